#include "payload.h"

#include <string.h>
#include <zlib.h>

enum { PIECE = 65536, GZIP_WINDOW = 31, RAW_WINDOW = -15 };

static uint32_t little(const unsigned char *bytes, int count) {
  uint32_t value = 0;
  while (count--) value = value << 8 | bytes[count];
  return value;
}

// The first file of an archive, by the directory at its end (APPNOTE.TXT 4.3).
static int open_zip(Payload *payload, const unsigned char *bytes, size_t count) {
  if (count < 22) return 0;
  size_t end = count - 22;
  while (memcmp(bytes + end, "PK\5\6", 4))
    if (!end-- || count - end > 66000) return 0;
  size_t entry = little(bytes + end + 16, 4);
  if (entry + 46 > count) return 0;
  size_t local = little(bytes + entry + 42, 4), packed = little(bytes + entry + 20, 4);
  if (local + 30 > count) return 0;
  size_t start = local + 30 + little(bytes + local + 26, 2) + little(bytes + local + 28, 2);
  if (start + packed > count) return 0;
  int is_deflated = little(bytes + entry + 10, 2) == 8;
  *payload = (Payload){is_deflated ? DEFLATED : PLAIN, bytes + start, packed,
                       little(bytes + entry + 24, 4)};
  return 1;
}

int payload_open(Payload *payload, const unsigned char *bytes, size_t count) {
  *payload = (Payload){PLAIN, bytes, count, count};
  if (count > 18 && bytes[0] == 0x1f && bytes[1] == 0x8b) {
    payload->packing = GZIP;
    payload->unpacked = little(bytes + count - 4, 4);
    return 1;
  }
  if (count > 30 && !memcmp(bytes, "PK", 2)) return open_zip(payload, bytes, count);
  size_t at = 0;
  while (at < count && at < 64 && (bytes[at] <= 32 || bytes[at] >= 0xbb)) at++;
  return at < count && bytes[at] == '<';
}

static int begin(const Payload *payload, z_stream *stream) {
  memset(stream, 0, sizeof *stream);
  stream->next_in = (unsigned char *)payload->bytes;
  stream->avail_in = payload->count;
  return inflateInit2(stream, payload->packing == GZIP ? GZIP_WINDOW : RAW_WINDOW) == Z_OK;
}

const char *payload_whole(const Payload *payload, Buffer *room, size_t *count) {
  if (payload->packing == PLAIN) {
    *count = payload->count;
    return (const char *)payload->bytes;
  }
  z_stream stream;
  if (!begin(payload, &stream)) return NULL;
  size_t wanted = payload->unpacked ? payload->unpacked : payload->count * 8;
  int status = Z_OK;
  while (status == Z_OK || status == Z_BUF_ERROR) {
    if (wanted > 1u << 30) break;
    buffer_reserve(room, wanted + 8);
    stream.next_out = (unsigned char *)room->bytes + stream.total_out;
    stream.avail_out = room->capacity - stream.total_out;
    status = inflate(&stream, Z_FINISH);
    wanted *= 2;
  }
  *count = stream.total_out;
  inflateEnd(&stream);
  return status == Z_STREAM_END ? room->bytes : NULL;
}

static int plain_pieces(const Payload *payload, PieceTaker take, void *context) {
  for (size_t at = 0; at < payload->count; at += PIECE) {
    size_t rest = payload->count - at;
    if (!take(context, (const char *)payload->bytes + at, rest < PIECE ? rest : PIECE)) return 0;
  }
  return 1;
}

int payload_pieces(const Payload *payload, PieceTaker take, void *context) {
  if (payload->packing == PLAIN) return plain_pieces(payload, take, context);
  static _Thread_local unsigned char piece[PIECE];
  z_stream stream;
  if (!begin(payload, &stream)) return 0;
  int status = Z_OK, is_taken = 1;
  while (status == Z_OK && is_taken) {
    stream.next_out = piece;
    stream.avail_out = sizeof piece;
    status = inflate(&stream, Z_NO_FLUSH);
    if (status == Z_OK || status == Z_STREAM_END)
      is_taken = take(context, (const char *)piece, sizeof piece - stream.avail_out);
  }
  inflateEnd(&stream);
  return status == Z_STREAM_END && is_taken;
}
