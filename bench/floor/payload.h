// The report in an attachment: gzip, the one file of a zip archive, or XML as it is.
#pragma once
#include "buffer.h"

typedef struct {
  enum { GZIP, DEFLATED, PLAIN } packing;
  const unsigned char *bytes;
  size_t count, unpacked;
} Payload;

// Looks at what an attachment is; whether it may hold a report.
int payload_open(Payload *payload, const unsigned char *bytes, size_t count);

// Unpacks it as a whole; what is plain is not copied. NULL where it is damaged.
const char *payload_whole(const Payload *payload, Buffer *room, size_t *count);

// Hands it over in pieces until `take` returns 0; whether it came to its end.
typedef int (*PieceTaker)(void *context, const char *bytes, size_t count);
int payload_pieces(const Payload *payload, PieceTaker take, void *context);
