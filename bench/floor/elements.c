#include "elements.h"

#include <stdint.h>
#include <string.h>

#define NAMED(name) #name,
static const char *const names[] = {"", ELEMENTS(NAMED)};
#undef NAMED

enum { SLOTS = 1024 };
static uint8_t table[SLOTS], lengths[E_count_of_all];

static unsigned slot(const char *name, unsigned count) {
  unsigned ends = (unsigned char)name[0] * 11u + (unsigned char)name[count - 1] * 101u;
  return (count * 37u + ends + (unsigned char)name[count / 2] * 7u) & (SLOTS - 1);
}

void elements_prepare(void) {
  for (int number = 1; number < E_count_of_all; number++) {
    unsigned count = strlen(names[number]), at = slot(names[number], count);
    while (table[at]) at = (at + 1) & (SLOTS - 1);
    lengths[number] = count;
    table[at] = number;
  }
}

int element_number(const char *name) {
  unsigned count = strlen(name);
  if (!count) return E_unknown;
  for (unsigned at = slot(name, count); table[at]; at = (at + 1) & (SLOTS - 1)) {
    int number = table[at];
    if (lengths[number] == count && !memcmp(names[number], name, count)) return number;
  }
  return E_unknown;
}
