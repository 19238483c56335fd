// libxml2's SAX events become fields.
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

#include "elements.h"
#include "fields.h"

struct Parsing {
  Report *report;
  int depth, is_leaf, is_well_formed;
  unsigned count;
  uint8_t open[64];
  char text[4096];
  xmlParserCtxtPtr push;
};

void report_clear(Report *report) {
  Report kept = *report;
  memset(report, 0, sizeof *report);
  report->texts = kept.texts;
  report->texts.count = 0;
  report->pct = 100;
  report->records = kept.records, report->record_room = kept.record_room;
  report->signatures = kept.signatures, report->signature_room = kept.signature_room;
  report->checks = kept.checks, report->check_room = kept.check_room;
  report->reasons = kept.reasons, report->reason_room = kept.reason_room;
}

#define NEXT(report, items, item)                                                         \
  ((report)->items = array_grow((report)->items, (report)->item##_count,                  \
                                &(report)->item##_room, sizeof *(report)->items),         \
   memset(&(report)->items[(report)->item##_count], 0, sizeof *(report)->items),          \
   &(report)->items[(report)->item##_count++])
static void begin_record(Report *report) {
  Record *record = NEXT(report, records, record);
  record->signatures_start = report->signature_count;
  record->checks_start = report->check_count;
  record->reasons_start = report->reason_count;
}

// What stands between the elements of these is of no use.
static int holds_elements(int element) {
  switch (element) {
    case E_unknown:
    case E_feedback:
    case E_report_metadata:
    case E_date_range:
    case E_policy_published:
    case E_record:
    case E_row:
    case E_policy_evaluated:
    case E_reason:
    case E_identifiers:
    case E_auth_results: return 1;
    default: return 0;
  }
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespaces, const xmlChar **declared, int attributes, int defaulted,
                     const xmlChar **values) {
  Parsing *parsing = context;
  Report *report = parsing->report;
  int element = element_number((const char *)name);
  int parent = parsing->depth ? parsing->open[(parsing->depth - 1) & 63] : 0;
  parsing->open[parsing->depth++ & 63] = element;
  parsing->is_leaf = !holds_elements(element);
  parsing->count = 0;
  if (element == E_record) return begin_record(report);
  if (!report->record_count) return;
  if (element == E_dkim && parent == E_auth_results) {
    NEXT(report, signatures, signature);
    LAST(report, records, record)->signatures++;
  } else if (element == E_spf && parent == E_auth_results) {
    NEXT(report, checks, check);
    LAST(report, records, record)->checks++;
  } else if (element == E_reason) {
    NEXT(report, reasons, reason);
    LAST(report, records, record)->reasons++;
  }
}

static void on_text(void *context, const xmlChar *text, int count) {
  Parsing *parsing = context;
  unsigned room = sizeof parsing->text - parsing->count;
  unsigned taken = (unsigned)count < room ? (unsigned)count : room;
  if (!parsing->is_leaf) return;
  memcpy(parsing->text + parsing->count, text, taken);
  parsing->count += taken;
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  Parsing *parsing = context;
  Report *report = parsing->report;
  if (parsing->depth) parsing->depth--;
  int element = parsing->open[parsing->depth & 63];
  int parent = parsing->depth ? parsing->open[(parsing->depth - 1) & 63] : 0;
  if (!parsing->is_leaf) return;
  parsing->is_leaf = 0;
  const char *text = parsing->text;
  unsigned count = parsing->count;
  while (count && (unsigned char)text[0] <= 32) text++, count--;
  while (count && (unsigned char)text[count - 1] <= 32) count--;
  report_take(report, parent, element, text, count);
}

static xmlSAXHandler handler(void) {
  xmlSAXHandler events;
  memset(&events, 0, sizeof events);
  events.initialized = XML_SAX2_MAGIC;
  events.startElementNs = on_start;
  events.endElementNs = on_end;
  events.characters = events.ignorableWhitespace = events.cdataBlock = on_text;
  return events;
}

int report_parse(Report *report, const char *xml, size_t count) {
  Parsing parsing = {.report = report};
  xmlSAXHandler events = handler();
  report_clear(report);
  xmlParserCtxtPtr context = xmlCreateMemoryParserCtxt(xml, count);
  if (!context) return 0;
  xmlSAXHandlerPtr own = context->sax;
  context->sax = &events;
  context->userData = &parsing;
  xmlCtxtUseOptions(context, XML_PARSE_HUGE | XML_PARSE_NONET);
  xmlParseDocument(context);
  report->is_whole = context->wellFormed;
  context->sax = own;
  xmlFreeParserCtxt(context);
  return report->is_whole;
}

Parsing *parsing_begin(Report *report) {
  Parsing *parsing = calloc(1, sizeof *parsing);
  if (!parsing) abort();
  xmlSAXHandler events = handler();
  report_clear(report);
  parsing->report = report;
  parsing->is_well_formed = 1;
  parsing->push = xmlCreatePushParserCtxt(&events, parsing, NULL, 0, NULL);
  if (!parsing->push) abort();
  xmlCtxtUseOptions(parsing->push, XML_PARSE_HUGE | XML_PARSE_NONET);
  return parsing;
}

int parsing_feed(Parsing *parsing, const char *xml, size_t count) {
  parsing->is_well_formed &= xmlParseChunk(parsing->push, xml, count, 0) == 0;
  return parsing->is_well_formed;
}

int parsing_end(Parsing *parsing) {
  Report *report = parsing->report;
  xmlParseChunk(parsing->push, NULL, 0, 1);
  report->is_whole = parsing->is_well_formed && parsing->push->wellFormed;
  xmlFreeParserCtxt(parsing->push);
  free(parsing);
  return report->is_whole;
}
