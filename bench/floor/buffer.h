// Bytes that grow.
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef struct {
  char *bytes;
  size_t count, capacity;
} Buffer;

// Makes room for so many bytes in all; ends the program where there is none.
void buffer_reserve(Buffer *buffer, size_t capacity);

// Adds bytes, and says where they begin.
size_t buffer_append(Buffer *buffer, const void *bytes, size_t count);

// A zeroed array that grows: room for one more at `count`.
void *array_grow(void *array, uint32_t count, uint32_t *capacity, size_t size);
