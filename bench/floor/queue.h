// Reports on their way from the thread that reads to the one that stores.
#pragma once
#include "report.h"

// Starts the thread that stores.
void queue_start(void (*store)(const Report *report));

// An empty report to fill; waits until there is one.
Report *queue_empty(void);

// Hands a filled report over.
void queue_filled(Report *report);

// Waits until all are stored.
void queue_finish(void);
