// INSERT statements of many rows: values wait until there are enough.
#pragma once
#include <sqlite3.h>

#include "buffer.h"

typedef struct Rows Rows;

// Rows of so many columns for what comes after INSERT INTO.
Rows *rows_into(sqlite3 *database, const char *table, int columns);

// The next value of a row; an empty text or blob is NULL.
void rows_integer(Rows *rows, int64_t value);
void rows_text(Rows *rows, const char *text, size_t count);
void rows_blob(Rows *rows, const void *bytes, size_t count);

// Writes what waits.
void rows_flush(Rows *rows);

// Ends the program where SQLite did not do what it should.
void sqlite_check(sqlite3 *database, int status);
