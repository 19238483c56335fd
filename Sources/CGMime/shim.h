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
  g_mime_stream_set_bounds(stream, 0, bytes->len);
  return stream;
}

/* A stream over a part of an open file that stays the caller's. */
static inline GMimeStream *gmime_stream_within(int file, gint64 start, gint64 end) {
  GMimeStream *stream = g_mime_stream_fs_new_with_bounds(file, start, end);
  g_mime_stream_fs_set_owner(GMIME_STREAM_FS(stream), FALSE);
  return stream;
}

/* Where the encoded content of a part lies in the stream that was parsed; FALSE if elsewhere. */
static inline gboolean gmime_content_range(GMimeObject *object, GMimeStream *parsed, gint64 *start,
                                           gint64 *end) {
  GMimeDataWrapper *content = g_mime_part_get_content(GMIME_PART(object));
  GMimeStream *stream = content ? g_mime_data_wrapper_get_stream(content) : NULL;
  if (!stream) return FALSE;
  if (GMIME_IS_STREAM_MEM(parsed)) {
    if (!GMIME_IS_STREAM_MEM(stream) || g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream)) !=
                                            g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(parsed)))
      return FALSE;
  } else if (!GMIME_IS_STREAM_FS(stream)) {
    return FALSE;
  }
  *start = stream->bound_start;
  *end = stream->bound_end < 0 ? parsed->bound_end : stream->bound_end;
  return *start >= parsed->bound_start && *start <= *end && *end <= parsed->bound_end;
}

static inline GMimeContentEncoding gmime_encoding(GMimeObject *object) {
  return g_mime_part_get_content_encoding(GMIME_PART(object));
}

static inline const char *gmime_filename(GMimeObject *object) {
  return g_mime_part_get_filename(GMIME_PART(object));
}

/* A part of a mail of ours, quoted-printable: what it holds may have bytes above 127 and long lines. */
static inline GMimeObject *gmime_text(const char *subtype, const char *text) {
  GMimeTextPart *part = g_mime_text_part_new_with_subtype(subtype);
  g_mime_text_part_set_charset(part, "utf-8");
  g_mime_text_part_set_text(part, text);
  g_mime_part_set_content_encoding(GMIME_PART(part), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  return GMIME_OBJECT(part);
}

/* The same content in two forms, of which the later is shown by what can show it. */
static inline GMimeObject *gmime_alternative(GMimeObject *first, GMimeObject *second,
                                             const char *boundary) {
  GMimeMultipart *multipart = g_mime_multipart_new_with_subtype("alternative");
  g_mime_multipart_set_boundary(multipart, boundary);
  g_mime_multipart_add(multipart, first);
  g_mime_multipart_add(multipart, second);
  g_object_unref(first);
  g_object_unref(second);
  return GMIME_OBJECT(multipart);
}

/* The whole of a message with this content, which it takes; to be freed by g_free. */
static inline char *gmime_written(GMimeMessage *message, GMimeObject *content) {
  g_mime_message_set_mime_part(message, content);
  g_object_unref(content);
  return g_mime_object_to_string(GMIME_OBJECT(message), NULL);
}

static inline void gmime_set_header(GMimeMessage *message, const char *name, const char *value) {
  g_mime_object_set_header(GMIME_OBJECT(message), name, value, "utf-8");
}
