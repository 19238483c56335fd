// Names that are stored once: each has a number.
#pragma once
#include <sqlite3.h>

#include "buffer.h"

typedef struct Names Names;

// Names kept in a table of this name.
Names *names_in(sqlite3 *database, const char *table);

// The number of a name; 0 of an empty one.
int64_t name_number(Names *names, const char *name, size_t count);
