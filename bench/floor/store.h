// One plain way of storing reports in SQLite.
#pragma once
#include "report.h"

// Opens a new database.
void store_open(const char *path);

// Stores a report: its records, their results and the sums of the day.
void store_add(const Report *report);

// Commits and closes.
void store_close(void);

// What was stored.
extern uint64_t stored_reports, stored_records;
