#include "buffer.h"

#include <stdlib.h>
#include <string.h>

void buffer_reserve(Buffer *buffer, size_t capacity) {
  if (buffer->capacity >= capacity) return;
  buffer->capacity = capacity + capacity / 4 + 4096;
  buffer->bytes = realloc(buffer->bytes, buffer->capacity);
  if (!buffer->bytes) abort();
}

size_t buffer_append(Buffer *buffer, const void *bytes, size_t count) {
  size_t start = buffer->count;
  buffer_reserve(buffer, start + count + 1);
  memcpy(buffer->bytes + start, bytes, count);
  buffer->count += count;
  return start;
}

void *array_grow(void *array, uint32_t count, uint32_t *capacity, size_t size) {
  if (count < *capacity) return array;
  *capacity = *capacity ? *capacity * 2 : 64;
  array = realloc(array, *capacity * size);
  if (!array) abort();
  return array;
}
