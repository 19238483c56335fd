-- The store of dmarc-report, version 1. Written by the import transaction, read through the views.
--
-- Names, addresses and repeated results are stored once and referred to by number. Numbers are
-- never reused for something else, and nothing here refers to a file path of a mail's choosing.

-- A domain name as compared: lower case, no final dot. '' and '<>' are null senders.
CREATE TABLE domain (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- A reporting organization, as it calls itself.
CREATE TABLE reporter (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- A source address in canonical text; 'unknown' where a record gave none that can be read.
CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL UNIQUE
) STRICT;

-- What receivers decided, as canonical text: ["disposition","dkim","spf",[["type","comment"],...]].
-- A word that came in another spelling is ["word","as sent"].
CREATE TABLE evaluation (
  id INTEGER PRIMARY KEY,
  content TEXT NOT NULL UNIQUE
) STRICT;

-- Raw authentication results, as canonical text:
-- [[["domain","selector","result","human result"],...],[["domain","scope","result"],...]],
-- signatures first, then SPF checks. Found again by a digest of the text, compared in full.
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  digest INTEGER NOT NULL,
  content TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_digest ON evidence (digest);

-- A policy as published, without its domain, as canonical text:
-- ["p","sp","np","adkim","aspf","pct","fo","testing","discovery method"].
CREATE TABLE policy (
  id INTEGER PRIMARY KEY,
  content TEXT NOT NULL UNIQUE
) STRICT;

-- The parts of a report's head that are the same in most reports of a reporter:
-- ["email","extra contact info","version","namespace","generator"].
CREATE TABLE origin (
  id INTEGER PRIMARY KEY,
  content TEXT NOT NULL UNIQUE
) STRICT;

-- A report, once under its key: reporter, policy domain, report id, begin, end.
-- Its records are the rows of `record` from first_record on, as many as `records` says. They are
-- written in one go and never move, so a column in each of them would say nothing new.
CREATE TABLE report (
  id INTEGER PRIMARY KEY,
  reporter INTEGER NOT NULL REFERENCES reporter (id),
  domain INTEGER NOT NULL REFERENCES domain (id),
  report_id TEXT NOT NULL,
  begin INTEGER NOT NULL, -- UTC seconds
  "end" INTEGER NOT NULL, -- UTC seconds
  day INTEGER NOT NULL, -- days since 1970-01-01, of the middle of the period
  policy INTEGER NOT NULL REFERENCES policy (id),
  origin INTEGER NOT NULL REFERENCES origin (id),
  first_record INTEGER NOT NULL,
  records INTEGER NOT NULL,
  messages INTEGER NOT NULL,
  left_out INTEGER NOT NULL, -- records that could not be counted
  trust INTEGER NOT NULL, -- 0 unverified, 1 verified, 2 contradicted
  run INTEGER NOT NULL REFERENCES run (id), -- the import that brought it
  key_digest INTEGER NOT NULL, -- of the key's five parts; compared in full
  content_digest INTEGER NOT NULL, -- tells the same report from another under the same key
  errors TEXT, -- JSON array of the reporter's own error lines
  deviations TEXT -- JSON array of [name, occurrences, example]
) STRICT;
CREATE INDEX report_key ON report (key_digest);
CREATE INDEX report_domain_day ON report (domain, day);

-- A record: so many messages from one source with one set of results.
CREATE TABLE record (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source (id),
  messages INTEGER NOT NULL,
  header_from INTEGER REFERENCES domain (id),
  envelope_from INTEGER REFERENCES domain (id),
  envelope_to INTEGER REFERENCES domain (id),
  evaluation INTEGER NOT NULL REFERENCES evaluation (id),
  evidence INTEGER NOT NULL REFERENCES evidence (id),
  recomputed INTEGER NOT NULL -- DKIM in the low two bits, SPF in the next: 0 fail, 1 pass, 2 unknown
) STRICT;

-- The address text of a record whose source is unknown.
CREATE TABLE source_text (
  record INTEGER PRIMARY KEY,
  text TEXT NOT NULL
) STRICT;

-- What summaries are made of: the traffic of a policy domain on a day, packed, in order of source.
-- A chunk holds the sources from `source` on, up to where the next chunk of its day starts.
-- docs/database.md gives the packing; `dmarc-report check` compares it with the records.
CREATE TABLE rollup (
  domain INTEGER NOT NULL REFERENCES domain (id),
  day INTEGER NOT NULL,
  source INTEGER NOT NULL,
  entries BLOB NOT NULL,
  PRIMARY KEY (domain, day, source)
) STRICT;

-- Which policies reports have shown for a domain, and when: the history that readiness asks for.
CREATE TABLE policy_sighting (
  domain INTEGER NOT NULL REFERENCES domain (id),
  policy INTEGER NOT NULL REFERENCES policy (id),
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  reports INTEGER NOT NULL,
  PRIMARY KEY (domain, policy)
) STRICT, WITHOUT ROWID;

-- A run of the import.
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  started INTEGER NOT NULL, -- UTC seconds
  finished INTEGER, -- NULL while it runs, or when it was killed
  summary TEXT -- JSON object of counts
) STRICT;

-- A Maildir that was imported, and the base names of its mails that need not be opened again.
CREATE TABLE mailbox (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE seen_mail (
  mailbox INTEGER NOT NULL REFERENCES mailbox (id) ON DELETE CASCADE,
  name BLOB NOT NULL,
  held INTEGER NOT NULL, -- 1: every report in it is stored, so --after may act on it
  PRIMARY KEY (mailbox, name)
) STRICT, WITHOUT ROWID;

-- An input that was refused, or a report in conflict with the one stored under its key.
CREATE TABLE problem (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('refused', 'conflict')),
  input TEXT NOT NULL, -- the file or mail, and the part of it
  stamp TEXT NOT NULL, -- tells whether the input is still the same: base name, or size and time
  reason TEXT NOT NULL, -- a stable word, documented
  detail TEXT NOT NULL, -- the sentence that was printed
  first_seen INTEGER NOT NULL, -- UTC seconds
  last_seen INTEGER NOT NULL, -- UTC seconds
  report INTEGER REFERENCES report (id) ON DELETE SET NULL, -- the one it is in conflict with
  reporter TEXT,
  domain TEXT,
  report_id TEXT,
  UNIQUE (input, stamp, reason)
) STRICT;

-- Facts about the store itself. 'records_pruned_before': the day before which records were
-- deleted and only roll-ups kept. 'digest_key': the secret that digests are made with.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO setting (name, value) VALUES ('digest_key', random());

-- What the operator decided about a sender.
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  verdict TEXT NOT NULL CHECK (verdict IN ('approve', 'block', 'forwarder')),
  pattern TEXT NOT NULL, -- address, CIDR block or domain
  name TEXT,
  domain TEXT NOT NULL, -- the From domain it holds for; '' for all
  decided INTEGER NOT NULL, -- UTC seconds
  UNIQUE (pattern, domain)
) STRICT;

-- The documented interface: views with plain names. docs/database.md describes every column.

CREATE VIEW reports AS
SELECT
  report.id AS report,
  reporter.name AS reporter,
  domain.name AS policy_domain,
  report.report_id,
  report."begin" AS begin_seconds,
  report."end" AS end_seconds,
  date(report.day * 86400, 'unixepoch') AS day,
  report.records,
  report.messages,
  report.left_out,
  CASE report.trust WHEN 1 THEN 'verified' WHEN 2 THEN 'contradicted' ELSE 'unverified' END AS trust,
  coalesce(policy.content ->> '$[0][0]', policy.content ->> '$[0]') AS p,
  coalesce(policy.content ->> '$[1][0]', policy.content ->> '$[1]') AS sp,
  coalesce(policy.content ->> '$[2][0]', policy.content ->> '$[2]') AS np,
  coalesce(policy.content ->> '$[3][0]', policy.content ->> '$[3]') AS adkim,
  coalesce(policy.content ->> '$[4][0]', policy.content ->> '$[4]') AS aspf,
  policy.content ->> '$[5]' AS pct,
  policy.content ->> '$[6]' AS fo,
  policy.content ->> '$[7]' AS testing,
  coalesce(policy.content ->> '$[8][0]', policy.content ->> '$[8]') AS discovery_method,
  origin.content ->> '$[0]' AS email,
  origin.content ->> '$[1]' AS extra_contact_info,
  origin.content ->> '$[2]' AS version,
  origin.content ->> '$[3]' AS namespace,
  origin.content ->> '$[4]' AS generator,
  report.errors,
  report.deviations
FROM report
JOIN reporter ON reporter.id = report.reporter
JOIN domain ON domain.id = report.domain
JOIN policy ON policy.id = report.policy
JOIN origin ON origin.id = report.origin;

CREATE VIEW records AS
SELECT
  record.id AS record,
  report.id AS report,
  date(report.day * 86400, 'unixepoch') AS day,
  reporter.name AS reporter,
  policy_domain.name AS policy_domain,
  coalesce(header_from.name, '') AS header_from,
  envelope_from.name AS envelope_from,
  envelope_to.name AS envelope_to,
  source.address AS source,
  record.messages,
  CASE json_type(evaluation.content, '$[0]')
    WHEN 'array' THEN evaluation.content ->> '$[0][0]' ELSE evaluation.content ->> '$[0]'
  END AS disposition,
  coalesce(CASE json_type(evaluation.content, '$[1]')
    WHEN 'array' THEN evaluation.content ->> '$[1][0]' ELSE evaluation.content ->> '$[1]'
  END, '') = 'pass' AS dkim_aligned,
  coalesce(CASE json_type(evaluation.content, '$[2]')
    WHEN 'array' THEN evaluation.content ->> '$[2][0]' ELSE evaluation.content ->> '$[2]'
  END, '') = 'pass' AS spf_aligned,
  CASE record.recomputed & 3 WHEN 1 THEN 'pass' WHEN 0 THEN 'fail' END AS dkim_recomputed,
  CASE record.recomputed >> 2 & 3 WHEN 1 THEN 'pass' WHEN 0 THEN 'fail' END AS spf_recomputed,
  evaluation.content ->> '$[3]' AS overrides,
  record.evaluation,
  record.evidence
FROM report
JOIN record
  ON record.id >= report.first_record AND record.id < report.first_record + report.records
JOIN reporter ON reporter.id = report.reporter
JOIN domain AS policy_domain ON policy_domain.id = report.domain
JOIN source ON source.id = record.source
JOIN evaluation ON evaluation.id = record.evaluation
LEFT JOIN domain AS header_from ON header_from.id = record.header_from
LEFT JOIN domain AS envelope_from ON envelope_from.id = record.envelope_from
LEFT JOIN domain AS envelope_to ON envelope_to.id = record.envelope_to;

CREATE VIEW dkim_results AS
SELECT
  evidence.id AS evidence,
  item.value ->> '$[0]' AS domain,
  item.value ->> '$[1]' AS selector,
  CASE json_type(item.value, '$[2]')
    WHEN 'array' THEN item.value ->> '$[2][0]' ELSE item.value ->> '$[2]'
  END AS result,
  item.value ->> '$[2][1]' AS result_as_sent,
  item.value ->> '$[3]' AS human_result
FROM evidence, json_each(evidence.content, '$[0]') AS item;

CREATE VIEW spf_results AS
SELECT
  evidence.id AS evidence,
  item.value ->> '$[0]' AS domain,
  CASE json_type(item.value, '$[1]')
    WHEN 'array' THEN item.value ->> '$[1][0]' ELSE item.value ->> '$[1]'
  END AS scope,
  CASE json_type(item.value, '$[2]')
    WHEN 'array' THEN item.value ->> '$[2][0]' ELSE item.value ->> '$[2]'
  END AS result,
  item.value ->> '$[2][1]' AS result_as_sent,
  item.value ->> '$[3]' AS human_result
FROM evidence, json_each(evidence.content, '$[1]') AS item;

CREATE VIEW overrides AS
SELECT
  evaluation.id AS evaluation,
  CASE json_type(item.value, '$[0]')
    WHEN 'array' THEN item.value ->> '$[0][0]' ELSE item.value ->> '$[0]'
  END AS type,
  item.value ->> '$[0][1]' AS type_as_sent,
  item.value ->> '$[1]' AS comment
FROM evaluation, json_each(evaluation.content, '$[3]') AS item;

CREATE VIEW problems AS
SELECT
  kind, input, reason, detail,
  datetime(first_seen, 'unixepoch') AS first_seen,
  datetime(last_seen, 'unixepoch') AS last_seen,
  reporter, domain AS policy_domain, report_id
FROM problem;
