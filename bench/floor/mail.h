// Just enough of MIME to find attachments.
#pragma once
#include "buffer.h"

// Hands over what every part but text holds, decoded into `decoded` where it is base64.
typedef void (*PartTaker)(void *context, const unsigned char *bytes, size_t count);
void mail_parts(const char *mail, size_t count, Buffer *decoded, PartTaker take, void *context);

// Fills the table of base64; call it once, before threads.
void mail_prepare(void);
