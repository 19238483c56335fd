#define _GNU_SOURCE  // memmem
#include "mail.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { MOST_DEPTH = 8, PADDING = -2 };
static signed char sextets[256];

void mail_prepare(void) {
  static const char alphabet[] =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  memset(sextets, -1, sizeof sextets);
  for (int value = 0; value < 64; value++) sextets[(unsigned char)alphabet[value]] = value;
  sextets['='] = PADDING;
}

static size_t decode(const char *text, size_t count, unsigned char *out) {
  const unsigned char *in = (const unsigned char *)text, *end = in + count;
  unsigned char *start = out;
  for (;;) {
    for (; end - in >= 4; in += 4, out += 3) {
      int a = sextets[in[0]], b = sextets[in[1]], c = sextets[in[2]], d = sextets[in[3]];
      if ((a | b | c | d) < 0) break;
      uint32_t bits = a << 18 | b << 12 | c << 6 | d;
      out[0] = bits >> 16, out[1] = bits >> 8, out[2] = bits;
    }
    // A group with a line end in it, or the last one.
    uint32_t bits = 0;
    int found = 0;
    while (in < end && found < 4) {
      int value = sextets[*in++];
      if (value >= 0) bits = bits << 6 | value, found++;
      if (value == PADDING) in = end;
    }
    if (found == 4) *out++ = bits >> 16, *out++ = bits >> 8, *out++ = bits;
    if (found == 3) *out++ = bits >> 10, *out++ = bits >> 2;
    if (found == 2) *out++ = bits >> 4;
    if (found < 4) return out - start;
  }
}

typedef struct {
  const char *start, *end;
} Span;

// A field of a header with its folded lines; nothing where there is none.
static Span field(Span header, const char *name) {
  size_t count = strlen(name);
  for (const char *line = header.start; line < header.end;) {
    const char *end = memchr(line, '\n', header.end - line);
    if (!end) end = header.end;
    if ((size_t)(end - line) > count && line[count] == ':' && !strncasecmp(line, name, count)) {
      while (end + 1 < header.end && (end[1] == ' ' || end[1] == '\t')) {
        const char *next = memchr(end + 1, '\n', header.end - end - 1);
        end = next ? next : header.end;
      }
      const char *value = line + count + 1;
      while (value < end && isspace((unsigned char)*value)) value++;
      return (Span){value, end};
    }
    line = end + 1;
  }
  return (Span){NULL, NULL};
}

static int begins(Span value, const char *text) {
  size_t count = strlen(text);
  return value.start && (size_t)(value.end - value.start) >= count
         && !strncasecmp(value.start, text, count);
}

// The boundary with its two hyphens; 0 where there is none.
static size_t delimiter(Span type, char *out, size_t room) {
  const char *at = type.start;
  while (at + 9 < type.end && strncasecmp(at, "boundary=", 9)) at++;
  if (at + 9 >= type.end) return 0;
  at += 9;
  int is_quoted = *at == '"';
  at += is_quoted;
  size_t count = 2;
  out[0] = out[1] = '-';
  for (; at < type.end && count < room; at++) {
    if (is_quoted ? *at == '"' : isspace((unsigned char)*at) || *at == ';') break;
    out[count++] = *at;
  }
  return count;
}

typedef struct {
  Buffer *decoded;
  PartTaker take;
  void *context;
} Reading;

static void read_part(Reading *reading, Span part, int depth);

static void read_parts(Reading *reading, Span body, Span type, int depth) {
  char mark[256];
  size_t count = delimiter(type, mark, sizeof mark);
  const char *part = NULL, *at = body.start;
  while (count && at < body.end) {
    const char *found = memmem(at, body.end - at, mark, count);
    if (!found) return;
    at = found + count;
    if (found != body.start && found[-1] != '\n') continue;
    if (part) read_part(reading, (Span){part, found}, depth + 1);
    const char *line = memchr(found, '\n', body.end - found);
    if (!line || (at + 1 < body.end && at[0] == '-' && at[1] == '-')) return;
    at = part = line + 1;
  }
}

// The header ends at the first empty line.
static const char *header_end(Span part) {
  for (const char *line = part.start; line < part.end;) {
    if (*line == '\n' || (*line == '\r' && line + 1 < part.end && line[1] == '\n')) return line;
    const char *end = memchr(line, '\n', part.end - line);
    if (!end) return part.end;
    line = end + 1;
  }
  return part.end;
}

static void read_part(Reading *reading, Span part, int depth) {
  Span header = {part.start, header_end(part)};
  Span body = {header.end, part.end};
  if (body.start < body.end && *body.start == '\r') body.start++;
  if (body.start < body.end) body.start++;
  Span type = field(header, "Content-Type");
  if (begins(type, "multipart/")) {
    if (depth < MOST_DEPTH) read_parts(reading, body, type, depth);
    return;
  }
  if (begins(type, "text/plain") || begins(type, "text/html")) return;
  const unsigned char *bytes = (const unsigned char *)body.start;
  size_t count = body.end - body.start;
  if (begins(field(header, "Content-Transfer-Encoding"), "base64")) {
    buffer_reserve(reading->decoded, count + 16);
    count = decode(body.start, count, (unsigned char *)reading->decoded->bytes);
    bytes = (const unsigned char *)reading->decoded->bytes;
  }
  reading->take(reading->context, bytes, count);
}

void mail_parts(const char *mail, size_t count, Buffer *decoded, PartTaker take, void *context) {
  Reading reading = {decoded, take, context};
  read_part(&reading, (Span){mail, mail + count}, 0);
}
