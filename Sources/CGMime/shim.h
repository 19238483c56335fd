#include <gmime/gmime.h>

/* Casts and type tests of GObject are macros, which Swift does not see. */

static inline gboolean gmime_is_multipart(GMimeObject *object) {
  return GMIME_IS_MULTIPART(object);
}

static inline gboolean gmime_is_message_part(GMimeObject *object) {
  return GMIME_IS_MESSAGE_PART(object);
}

static inline gboolean gmime_is_part(GMimeObject *object) { return GMIME_IS_PART(object); }

static inline int gmime_child_count(GMimeObject *object) {
  return g_mime_multipart_get_count(GMIME_MULTIPART(object));
}

static inline GMimeObject *gmime_child(GMimeObject *object, int index) {
  return g_mime_multipart_get_part(GMIME_MULTIPART(object), index);
}

/* The top part of an attached message, or NULL. */
static inline GMimeObject *gmime_attached(GMimeObject *object) {
  GMimeMessage *message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
  return message ? g_mime_message_get_mime_part(message) : NULL;
}

/* A stream over memory that stays the caller's: nothing is copied or freed. */
static inline GMimeStream *gmime_stream_borrowing(GByteArray *bytes) {
  GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(bytes);
  g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
  return stream;
}

/* Where the encoded content of a part lies in the memory that was parsed; FALSE if elsewhere. */
static inline gboolean gmime_content_range(GMimeObject *object, GByteArray *parsed, gint64 *start,
                                           gint64 *end) {
  GMimeDataWrapper *content = g_mime_part_get_content(GMIME_PART(object));
  GMimeStream *stream = content ? g_mime_data_wrapper_get_stream(content) : NULL;
  if (!stream || !GMIME_IS_STREAM_MEM(stream)) return FALSE;
  if (g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream)) != parsed) return FALSE;
  *start = stream->bound_start;
  *end = stream->bound_end < 0 ? (gint64)parsed->len : stream->bound_end;
  return *start >= 0 && *start <= *end && *end <= (gint64)parsed->len;
}

static inline GMimeContentEncoding gmime_encoding(GMimeObject *object) {
  return g_mime_part_get_content_encoding(GMIME_PART(object));
}

static inline const char *gmime_filename(GMimeObject *object) {
  return g_mime_part_get_filename(GMIME_PART(object));
}
