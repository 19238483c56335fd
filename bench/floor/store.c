#include "store.h"

#include <stddef.h>

#include "names.h"
#include "rows.h"

enum { REPORTS_A_TRANSACTION = 1000, PASS = 1, QUARANTINE = 2, REJECT = 3, SECONDS_A_DAY = 86400 };

uint64_t stored_reports, stored_records;
static sqlite3 *database;
static sqlite3_stmt *insert_report, *add_to_day;
static Names *domains, *organizations;
static Rows *records, *signatures, *checks, *reasons;
static int in_transaction;

static const char schema[] =
    "PRAGMA page_size = 4096; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
    "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;"
    "CREATE TABLE organization (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);"
    "CREATE TABLE domain (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);"
    "CREATE TABLE report (id INTEGER PRIMARY KEY, organization INTEGER NOT NULL,"
    " report_id TEXT NOT NULL, domain INTEGER NOT NULL, begin INTEGER NOT NULL,"
    " end INTEGER NOT NULL, email TEXT, contact TEXT, adkim INT, aspf INT, p INT, sp INT, np INT,"
    " pct INT, fo TEXT, UNIQUE (organization, report_id, domain));"
    "CREATE INDEX report_domain ON report (domain, begin);"
    "CREATE TABLE record (id INTEGER PRIMARY KEY, report INTEGER NOT NULL, address BLOB NOT NULL,"
    " messages INTEGER NOT NULL, disposition INT, dkim INT, spf INT, header_from INT,"
    " envelope_from INT, envelope_to INT);"
    "CREATE INDEX record_report ON record (report);"
    "CREATE TABLE dkim (record INTEGER NOT NULL, place INTEGER NOT NULL, domain INT,"
    " selector TEXT, result INT, human_result TEXT, PRIMARY KEY (record, place)) WITHOUT ROWID;"
    "CREATE TABLE spf (record INTEGER NOT NULL, place INTEGER NOT NULL, domain INT, scope INT,"
    " result INT, PRIMARY KEY (record, place)) WITHOUT ROWID;"
    "CREATE TABLE reason (record INTEGER NOT NULL, place INTEGER NOT NULL, type INT,"
    " comment TEXT, PRIMARY KEY (record, place)) WITHOUT ROWID;"
    "CREATE TABLE day (domain INTEGER NOT NULL, day INTEGER NOT NULL, address BLOB NOT NULL,"
    " messages INTEGER NOT NULL, passed INTEGER NOT NULL, dkim INTEGER NOT NULL,"
    " spf INTEGER NOT NULL, quarantined INTEGER NOT NULL, rejected INTEGER NOT NULL,"
    " PRIMARY KEY (domain, day, address)) WITHOUT ROWID;";

static const char report_sql[] =
    "INSERT INTO report (organization, report_id, domain, begin, end, email, contact, adkim, aspf,"
    " p, sp, np, pct, fo) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING";
static const char day_sql[] =
    "INSERT INTO day VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT (domain, day, address) DO UPDATE SET"
    " messages = messages + excluded.messages, passed = passed + excluded.passed,"
    " dkim = dkim + excluded.dkim, spf = spf + excluded.spf,"
    " quarantined = quarantined + excluded.quarantined, rejected = rejected + excluded.rejected";

static void execute(const char *sql) {
  sqlite_check(database, sqlite3_exec(database, sql, NULL, NULL, NULL));
}

void store_open(const char *path) {
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  sqlite_check(database, sqlite3_open_v2(path, &database, flags, NULL));
  execute(schema);
  sqlite_check(database, sqlite3_prepare_v2(database, report_sql, -1, &insert_report, NULL));
  sqlite_check(database, sqlite3_prepare_v2(database, day_sql, -1, &add_to_day, NULL));
  domains = names_in(database, "domain");
  organizations = names_in(database, "organization");
  records = rows_into(database, "record", 10);
  signatures = rows_into(database, "dkim", 6);
  checks = rows_into(database, "spf", 5);
  reasons = rows_into(database, "reason", 4);
}

static const char *bytes_of(const Report *report, Text text) {
  return report->texts.bytes + text.start;
}

static int64_t domain_number(const Report *report, Text name) {
  return name_number(domains, bytes_of(report, name), name.count);
}

static void bind_text(int index, const Report *report, Text text) {
  const char *bytes = text.count ? bytes_of(report, text) : NULL;
  sqlite3_bind_text(insert_report, index, bytes, text.count, SQLITE_STATIC);
}

// The number of a new report; 0 where it is stored already.
static int64_t add_head(const Report *report, int64_t domain) {
  const char *organization = bytes_of(report, report->organization);
  int64_t numbers[] = {report->adkim, report->aspf, report->p,
                       report->sp,    report->np,   report->pct};
  sqlite3_bind_int64(insert_report, 1,
                     name_number(organizations, organization, report->organization.count));
  bind_text(2, report, report->id);
  sqlite3_bind_int64(insert_report, 3, domain);
  sqlite3_bind_int64(insert_report, 4, report->begin);
  sqlite3_bind_int64(insert_report, 5, report->end);
  bind_text(6, report, report->email);
  bind_text(7, report, report->contact);
  for (int at = 0; at < 6; at++) sqlite3_bind_int64(insert_report, 8 + at, numbers[at]);
  bind_text(14, report, report->fo);
  sqlite_check(database, sqlite3_step(insert_report));
  sqlite3_reset(insert_report);
  return sqlite3_changes(database) ? sqlite3_last_insert_rowid(database) : 0;
}

static void add_results(const Report *report, const Record *record, int64_t number) {
  for (uint32_t place = 0; place < record->signatures; place++) {
    const Signature *signature = &report->signatures[record->signatures_start + place];
    rows_integer(signatures, number);
    rows_integer(signatures, place);
    rows_integer(signatures, domain_number(report, signature->domain));
    rows_text(signatures, bytes_of(report, signature->selector), signature->selector.count);
    rows_integer(signatures, signature->result);
    rows_text(signatures, bytes_of(report, signature->human_result),
              signature->human_result.count);
  }
  for (uint32_t place = 0; place < record->checks; place++) {
    const SpfCheck *check = &report->checks[record->checks_start + place];
    rows_integer(checks, number);
    rows_integer(checks, place);
    rows_integer(checks, domain_number(report, check->domain));
    rows_integer(checks, check->scope);
    rows_integer(checks, check->result);
  }
  for (uint32_t place = 0; place < record->reasons; place++) {
    const Reason *reason = &report->reasons[record->reasons_start + place];
    rows_integer(reasons, number);
    rows_integer(reasons, place);
    rows_integer(reasons, reason->type);
    rows_text(reasons, bytes_of(report, reason->comment), reason->comment.count);
  }
}

static void add_record(const Report *report, const Record *record, int64_t in, int64_t number) {
  rows_integer(records, number);
  rows_integer(records, in);
  rows_blob(records, record->address, record->address_bytes);
  rows_integer(records, record->messages);
  rows_integer(records, record->disposition);
  rows_integer(records, record->dkim);
  rows_integer(records, record->spf);
  rows_integer(records, domain_number(report, record->header_from));
  rows_integer(records, domain_number(report, record->envelope_from));
  rows_integer(records, domain_number(report, record->envelope_to));
}

static void add_to_sums(const Record *record, int64_t domain, int64_t day) {
  int dkim = record->dkim == PASS, spf = record->spf == PASS;
  int is_counted[] = {1, dkim || spf, dkim, spf, record->disposition == QUARANTINE,
                      record->disposition == REJECT};
  sqlite3_bind_int64(add_to_day, 1, domain);
  sqlite3_bind_int64(add_to_day, 2, day);
  sqlite3_bind_blob(add_to_day, 3, record->address, record->address_bytes, SQLITE_STATIC);
  for (int at = 0; at < 6; at++)
    sqlite3_bind_int64(add_to_day, 4 + at, is_counted[at] ? record->messages : 0);
  sqlite_check(database, sqlite3_step(add_to_day));
  sqlite3_reset(add_to_day);
}

static void commit(void) {
  Rows *all[] = {records, signatures, checks, reasons};
  for (int at = 0; at < 4; at++) rows_flush(all[at]);
  if (in_transaction) execute("COMMIT");
  in_transaction = 0;
}

void store_add(const Report *report) {
  if (!in_transaction) execute("BEGIN IMMEDIATE");
  in_transaction++;
  int64_t domain = domain_number(report, report->domain), in = add_head(report, domain);
  for (uint32_t at = 0; in && at < report->record_count; at++) {
    const Record *record = &report->records[at];
    int64_t number = ++stored_records;
    add_record(report, record, in, number);
    add_results(report, record, number);
    add_to_sums(record, domain, report->begin / SECONDS_A_DAY);
  }
  stored_reports += in != 0;
  if (in_transaction >= REPORTS_A_TRANSACTION) commit();
}

void store_close(void) {
  commit();
  sqlite3_close_v2(database);
}
