// The elements of a report by number, found with one comparison in most cases.
#pragma once

#define ELEMENTS(X) \
  X(feedback) X(version) X(report_metadata) X(org_name) X(email) X(extra_contact_info) \
  X(report_id) X(date_range) X(begin) X(end) X(error) X(policy_published) X(domain) X(adkim) \
  X(aspf) X(p) X(sp) X(np) X(pct) X(fo) X(record) X(row) X(source_ip) X(count) \
  X(policy_evaluated) X(disposition) X(dkim) X(spf) X(reason) X(type) X(comment) \
  X(identifiers) X(envelope_to) X(envelope_from) X(header_from) X(auth_results) X(selector) \
  X(result) X(human_result) X(scope)

#define NUMBERED(name) E_##name,
enum { E_unknown, ELEMENTS(NUMBERED) E_count_of_all };
#undef NUMBERED

// The number of a name; 0 for one that is not known.
int element_number(const char *name);

// Fills the table; call it once, before threads.
void elements_prepare(void);
