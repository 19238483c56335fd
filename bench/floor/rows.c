#include "rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 32, MOST_COLUMNS = 10 };

typedef struct {
  enum { INTEGER, TEXT, BLOB, NOTHING } kind;
  int64_t number;  // or where its bytes begin
  int count;
} Value;

struct Rows {
  sqlite3 *database;
  const char *table;
  int columns, count;
  sqlite3_stmt *full;
  Buffer bytes;
  Value values[ROWS * MOST_COLUMNS];
};

void sqlite_check(sqlite3 *database, int status) {
  if (status == SQLITE_OK || status == SQLITE_DONE || status == SQLITE_ROW) return;
  fprintf(stderr, "floor: SQLite: %s\n", sqlite3_errmsg(database));
  exit(2);
}

Rows *rows_into(sqlite3 *database, const char *table, int columns) {
  Rows *rows = calloc(1, sizeof *rows);
  if (!rows) abort();
  rows->database = database;
  rows->table = table;
  rows->columns = columns;
  return rows;
}

static sqlite3_stmt *prepare(Rows *rows, int count) {
  char sql[1024];
  int at = snprintf(sql, sizeof sql, "INSERT INTO %s VALUES", rows->table);
  for (int value = 0; value < count * rows->columns; value++) {
    int is_first = value % rows->columns == 0, is_last = (value + 1) % rows->columns == 0;
    at += snprintf(sql + at, sizeof sql - at, "%s?%s", is_first ? (value ? ",(" : "(") : ",",
                   is_last ? ")" : "");
  }
  sqlite3_stmt *statement;
  int status = sqlite3_prepare_v2(rows->database, sql, -1, &statement, NULL);
  sqlite_check(rows->database, status);
  return statement;
}

static void bind(const Rows *rows, sqlite3_stmt *statement, int index) {
  const Value *value = &rows->values[index];
  const char *bytes = rows->bytes.bytes + value->number;
  switch (value->kind) {
    case INTEGER: sqlite3_bind_int64(statement, index + 1, value->number); break;
    case TEXT: sqlite3_bind_text(statement, index + 1, bytes, value->count, SQLITE_STATIC); break;
    case BLOB: sqlite3_bind_blob(statement, index + 1, bytes, value->count, SQLITE_STATIC); break;
    case NOTHING: sqlite3_bind_null(statement, index + 1);
  }
}

void rows_flush(Rows *rows) {
  int count = rows->count / rows->columns;
  if (!count) return;
  if (count == ROWS && !rows->full) rows->full = prepare(rows, ROWS);
  sqlite3_stmt *statement = count == ROWS ? rows->full : prepare(rows, count);
  for (int index = 0; index < rows->count; index++) bind(rows, statement, index);
  sqlite_check(rows->database, sqlite3_step(statement));
  if (statement == rows->full) sqlite3_reset(statement);
  else sqlite3_finalize(statement);
  rows->count = 0;
  rows->bytes.count = 0;
}

static void add(Rows *rows, Value value) {
  rows->values[rows->count++] = value;
  if (rows->count == ROWS * rows->columns) rows_flush(rows);
}

static void add_bytes(Rows *rows, int kind, const void *bytes, size_t count) {
  if (!count) return add(rows, (Value){NOTHING, 0, 0});
  add(rows, (Value){kind, buffer_append(&rows->bytes, bytes, count), count});
}

void rows_integer(Rows *rows, int64_t value) { add(rows, (Value){INTEGER, value, 0}); }

void rows_text(Rows *rows, const char *text, size_t count) { add_bytes(rows, TEXT, text, count); }

void rows_blob(Rows *rows, const void *bytes, size_t count) { add_bytes(rows, BLOB, bytes, count); }
