// A report as the floor takes it out of XML: every field, its texts in one arena.
#pragma once
#include "buffer.h"

typedef struct {
  uint32_t start, count;
} Text;

typedef struct {
  Text domain, selector, human_result;
  uint8_t result;
} Signature;

typedef struct {
  Text domain;
  uint8_t scope, result;
} SpfCheck;

typedef struct {
  Text comment;
  uint8_t type;
} Reason;

typedef struct {
  uint8_t address[16], address_bytes, disposition, dkim, spf;
  int64_t messages;
  Text header_from, envelope_from, envelope_to;
  // Where this record's results begin among those of the report, and how many there are.
  uint32_t signatures_start, signatures, checks_start, checks, reasons_start, reasons;
} Record;

typedef struct {
  Buffer texts;
  Text organization, email, contact, id, domain, fo;
  int64_t begin, end, pct;
  uint8_t adkim, aspf, p, sp, np;
  Record *records;
  Signature *signatures;
  SpfCheck *checks;
  Reason *reasons;
  uint32_t record_count, signature_count, check_count, reason_count;
  uint32_t record_room, signature_room, check_room, reason_room;
  int is_whole;
} Report;

// Empties a report and keeps its memory.
void report_clear(Report *report);

// Reads a whole document; whether it was well-formed.
int report_parse(Report *report, const char *xml, size_t count);

// The same in pieces: the parser's memory does not grow with the document.
typedef struct Parsing Parsing;
Parsing *parsing_begin(Report *report);
int parsing_feed(Parsing *parsing, const char *xml, size_t count);
int parsing_end(Parsing *parsing);
