#include "names.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rows.h"

typedef struct {
  uint64_t hash;
  int64_t number;
  char *name;
  size_t count;
} Slot;

struct Names {
  sqlite3 *database;
  sqlite3_stmt *insert;
  Slot *slots;
  size_t used, size;
};

Names *names_in(sqlite3 *database, const char *table) {
  Names *names = calloc(1, sizeof *names);
  if (!names) abort();
  char sql[100];
  snprintf(sql, sizeof sql, "INSERT INTO %s(name) VALUES(?)", table);
  names->database = database;
  names->size = 4096;
  names->slots = calloc(names->size, sizeof(Slot));
  if (!names->slots) abort();
  sqlite_check(database, sqlite3_prepare_v2(database, sql, -1, &names->insert, NULL));
  return names;
}

// FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
static uint64_t hash_of(const char *name, size_t count) {
  uint64_t hash = 14695981039346656037u;
  for (size_t at = 0; at < count; at++) hash = (hash ^ (uint8_t)name[at]) * 1099511628211u;
  return hash ? hash : 1;
}

static void grow(Names *names) {
  Slot *old = names->slots;
  size_t count = names->size;
  names->slots = calloc(names->size *= 2, sizeof(Slot));
  if (!names->slots) abort();
  for (size_t from = 0; from < count; from++) {
    if (!old[from].hash) continue;
    size_t at = old[from].hash & (names->size - 1);
    while (names->slots[at].hash) at = (at + 1) & (names->size - 1);
    names->slots[at] = old[from];
  }
  free(old);
}

int64_t name_number(Names *names, const char *name, size_t count) {
  if (!count) return 0;
  if (names->used * 2 > names->size) grow(names);
  uint64_t hash = hash_of(name, count);
  size_t at = hash & (names->size - 1);
  for (; names->slots[at].hash; at = (at + 1) & (names->size - 1)) {
    Slot *slot = &names->slots[at];
    if (slot->hash == hash && slot->count == count && !memcmp(slot->name, name, count))
      return slot->number;
  }
  sqlite3_bind_text(names->insert, 1, name, count, SQLITE_STATIC);
  sqlite_check(names->database, sqlite3_step(names->insert));
  sqlite3_reset(names->insert);
  char *kept = malloc(count);
  if (!kept) abort();
  memcpy(kept, name, count);
  names->slots[at] = (Slot){hash, sqlite3_last_insert_rowid(names->database), kept, count};
  names->used++;
  return names->slots[at].number;
}
