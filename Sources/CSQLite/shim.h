#include <sqlite3.h>

/* sqlite3_config takes a variable number of arguments, which Swift does not call. */
static inline int sqlite_keep_no_memory_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/* Lets a name that begins with "file:" say how a database is to be opened (https://sqlite.org/uri.html). */
static inline int sqlite_understand_uris(void) { return sqlite3_config(SQLITE_CONFIG_URI, 1); }
