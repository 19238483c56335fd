// What an element of a report says becomes a field of it.
#include "fields.h"

#include <arpa/inet.h>
#include <string.h>

#include "elements.h"

// Words by number, from 1.
static const char *const policies[] = {"none", "quarantine", "reject", "pass", NULL};
static const char *const verdicts[] = {"pass", "fail", NULL};
static const char *const scopes[] = {"mfrom", "helo", NULL};
static const char *const reasons[] = {"forwarded",    "sampled_out",  "trusted_forwarder",
                                      "mailing_list", "local_policy", "other",
                                      NULL};
static const char *const results[] = {"pass",      "fail",      "none",   "softfail", "neutral",
                                      "temperror", "permerror", "policy", "hardfail", NULL};

static uint8_t word(const char *text, unsigned count, const char *const *words) {
  for (int number = 0; words[number]; number++)
    if (strlen(words[number]) == count && !memcmp(words[number], text, count)) return number + 1;
  return 0;
}

static int64_t number(const char *text, unsigned count) {
  int64_t value = 0;
  for (unsigned at = 0; at < count && text[at] >= '0' && text[at] <= '9'; at++)
    value = value * 10 + (text[at] - '0');
  return value;
}

static Text text_of(Report *report, const char *text, unsigned count) {
  return (Text){(uint32_t)buffer_append(&report->texts, text, count), count};
}

static void take_metadata(Report *report, int element, const char *text, unsigned count) {
  switch (element) {
    case E_org_name: report->organization = text_of(report, text, count); break;
    case E_email: report->email = text_of(report, text, count); break;
    case E_extra_contact_info: report->contact = text_of(report, text, count); break;
    case E_report_id: report->id = text_of(report, text, count); break;
    case E_begin: report->begin = number(text, count); break;
    case E_end: report->end = number(text, count); break;
  }
}

static void take_policy(Report *report, int element, const char *text, unsigned count) {
  switch (element) {
    case E_domain: report->domain = text_of(report, text, count); break;
    case E_adkim: report->adkim = count ? text[0] : 0; break;
    case E_aspf: report->aspf = count ? text[0] : 0; break;
    case E_p: report->p = word(text, count, policies); break;
    case E_sp: report->sp = word(text, count, policies); break;
    case E_np: report->np = word(text, count, policies); break;
    case E_pct: report->pct = number(text, count); break;
    case E_fo: report->fo = text_of(report, text, count); break;
  }
}

static void take_address(Record *record, const char *text, unsigned count) {
  char address[64];
  if (count >= sizeof address) return;
  memcpy(address, text, count);
  address[count] = 0;
  int is_long = memchr(address, ':', count) != NULL;
  int is_read = inet_pton(is_long ? AF_INET6 : AF_INET, address, record->address) == 1;
  record->address_bytes = is_read ? (is_long ? 16 : 4) : 0;
}

static void take_row(Report *report, Record *record, int element, const char *text,
                     unsigned count) {
  switch (element) {
    case E_source_ip: take_address(record, text, count); break;
    case E_count: record->messages = number(text, count); break;
    case E_disposition: record->disposition = word(text, count, policies); break;
    case E_dkim: record->dkim = word(text, count, verdicts); break;
    case E_spf: record->spf = word(text, count, verdicts); break;
    case E_header_from: record->header_from = text_of(report, text, count); break;
    case E_envelope_from: record->envelope_from = text_of(report, text, count); break;
    case E_envelope_to: record->envelope_to = text_of(report, text, count); break;
  }
}

static void take_reason(Report *report, int element, const char *text, unsigned count) {
  if (!report->reason_count) return;
  Reason *reason = LAST(report, reasons, reason);
  if (element == E_type) reason->type = word(text, count, reasons);
  if (element == E_comment) reason->comment = text_of(report, text, count);
}

static void take_signature(Report *report, int element, const char *text, unsigned count) {
  if (!report->signature_count) return;
  Signature *signature = LAST(report, signatures, signature);
  switch (element) {
    case E_domain: signature->domain = text_of(report, text, count); break;
    case E_selector: signature->selector = text_of(report, text, count); break;
    case E_result: signature->result = word(text, count, results); break;
    case E_human_result: signature->human_result = text_of(report, text, count); break;
  }
}

static void take_check(Report *report, int element, const char *text, unsigned count) {
  if (!report->check_count) return;
  SpfCheck *check = LAST(report, checks, check);
  switch (element) {
    case E_domain: check->domain = text_of(report, text, count); break;
    case E_scope: check->scope = word(text, count, scopes); break;
    case E_result: check->result = word(text, count, results); break;
  }
}

void report_take(Report *report, int parent, int element, const char *text, unsigned count) {
  switch (parent) {
    case E_report_metadata:
    case E_date_range: return take_metadata(report, element, text, count);
    case E_policy_published: return take_policy(report, element, text, count);
    case E_reason: return take_reason(report, element, text, count);
    case E_dkim: return take_signature(report, element, text, count);
    case E_spf: return take_check(report, element, text, count);
    case E_row:
    case E_policy_evaluated:
    case E_identifiers:
      if (report->record_count)
        take_row(report, LAST(report, records, record), element, text, count);
  }
}
