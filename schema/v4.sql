-- Version 4: every kind of report is kept.

-- A report about sessions of TLS (RFC 8460), once under its key: reporter, report id, begin, end and
-- the domains of its policies.
CREATE TABLE tls_report (
  id INTEGER PRIMARY KEY,
  reporter INTEGER NOT NULL REFERENCES reporter (id),
  report_id TEXT NOT NULL,
  begin INTEGER NOT NULL, -- UTC seconds
  "end" INTEGER NOT NULL, -- UTC seconds
  day INTEGER NOT NULL, -- as a report's; -2147483648 where its period cannot be
  contact TEXT,
  left_out INTEGER NOT NULL, -- policies and failures that could not be counted
  trust INTEGER NOT NULL, -- 0 unverified, 1 verified, 2 contradicted
  run INTEGER NOT NULL REFERENCES run (id), -- the import that brought it
  key_digest INTEGER NOT NULL, -- of the key's parts; compared in full
  content_digest INTEGER NOT NULL, -- tells the same report from another under the same key
  deviations TEXT -- JSON array of [name, occurrences, example]
) STRICT;
CREATE INDEX tls_report_key ON tls_report (key_digest);
CREATE INDEX tls_report_day ON tls_report (day);

-- What was found at the servers of a domain by one of its policies.
CREATE TABLE tls_policy (
  id INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES tls_report (id) ON DELETE CASCADE,
  domain INTEGER NOT NULL REFERENCES domain (id),
  type TEXT NOT NULL, -- 'sts', 'tlsa', 'no-policy-found', or another word as sent
  lines TEXT, -- the policy as it was found, a JSON array
  hosts TEXT, -- the servers it names, a JSON array
  successful INTEGER NOT NULL, -- sessions
  failed INTEGER NOT NULL -- sessions
) STRICT;
CREATE INDEX tls_policy_report ON tls_policy (report);

-- So many sessions that failed in one way.
CREATE TABLE tls_failure (
  id INTEGER PRIMARY KEY,
  policy INTEGER NOT NULL REFERENCES tls_policy (id) ON DELETE CASCADE,
  result TEXT NOT NULL, -- the result type, lower case
  sending_address TEXT, -- of the reporter's server
  receiving_host TEXT, -- the name of the MX
  receiving_address TEXT,
  sessions INTEGER NOT NULL,
  reason TEXT, -- the reporter's own code
  information TEXT -- where to read more, or what else the reporter says
) STRICT;
CREATE INDEX tls_failure_policy ON tls_failure (policy);

-- A report about mail that failed authentication (RFC 6591, RFC 9991). Nothing of the mail itself is
-- kept, neither its subject nor whom it was from or for; and of the time no more than the day.
CREATE TABLE failure_report (
  id INTEGER PRIMARY KEY,
  day INTEGER NOT NULL, -- days since 1970-01-01
  reporter INTEGER NOT NULL REFERENCES reporter (id),
  source INTEGER NOT NULL REFERENCES source (id),
  domain INTEGER NOT NULL REFERENCES domain (id), -- the From domain
  failure TEXT NOT NULL, -- what failed, as 'dmarc', 'dkim' or 'spf'
  result TEXT NOT NULL, -- what became of the mail, as 'delivered' or 'reject'; '' where it is not said
  incidents INTEGER NOT NULL, -- mails it is about
  trust INTEGER NOT NULL, -- 0 unverified, 1 verified, 2 contradicted
  run INTEGER NOT NULL REFERENCES run (id), -- the import that brought it
  digest INTEGER NOT NULL UNIQUE -- tells one that is met again
) STRICT;
CREATE INDEX failure_report_day ON failure_report (day);

CREATE VIEW tls_reports AS
SELECT
  tls_report.id AS tls_report,
  reporter.name AS reporter,
  tls_report.report_id,
  tls_report."begin" AS begin_seconds,
  tls_report."end" AS end_seconds,
  date(tls_report.day * 86400, 'unixepoch') AS day,
  tls_report.contact,
  tls_report.left_out,
  CASE tls_report.trust
    WHEN 1 THEN 'verified' WHEN 2 THEN 'contradicted' ELSE 'unverified'
  END AS trust,
  tls_report.deviations
FROM tls_report JOIN reporter ON reporter.id = tls_report.reporter;

CREATE VIEW tls_policies AS
SELECT
  tls_policy.id AS tls_policy,
  tls_policy.report AS tls_report,
  date(tls_report.day * 86400, 'unixepoch') AS day,
  reporter.name AS reporter,
  domain.name AS domain,
  tls_policy.type,
  tls_policy.lines,
  tls_policy.hosts,
  tls_policy.successful,
  tls_policy.failed
FROM tls_policy
JOIN tls_report ON tls_report.id = tls_policy.report
JOIN reporter ON reporter.id = tls_report.reporter
JOIN domain ON domain.id = tls_policy.domain;

CREATE VIEW tls_failures AS
SELECT
  tls_failure.policy AS tls_policy,
  tls_policies.day,
  tls_policies.reporter,
  tls_policies.domain,
  tls_policies.type,
  tls_failure.result,
  tls_failure.sending_address,
  tls_failure.receiving_host,
  tls_failure.receiving_address,
  tls_failure.sessions,
  tls_failure.reason,
  tls_failure.information
FROM tls_failure JOIN tls_policies ON tls_policies.tls_policy = tls_failure.policy;

CREATE VIEW failure_reports AS
SELECT
  date(failure_report.day * 86400, 'unixepoch') AS day,
  reporter.name AS reporter,
  source.address AS source,
  domain.name AS header_from,
  failure_report.failure,
  failure_report.result,
  failure_report.incidents,
  CASE failure_report.trust
    WHEN 1 THEN 'verified' WHEN 2 THEN 'contradicted' ELSE 'unverified'
  END AS trust
FROM failure_report
JOIN reporter ON reporter.id = failure_report.reporter
JOIN source ON source.id = failure_report.source
JOIN domain ON domain.id = failure_report.domain;

-- Domains that the operator says are his, subdomains included, once for each group they are in.
CREATE TABLE own_domain (
  name TEXT NOT NULL,
  "group" TEXT NOT NULL, -- a customer, a faculty; '' for none
  decided INTEGER NOT NULL, -- UTC seconds
  PRIMARY KEY (name, "group")
) STRICT, WITHOUT ROWID;

-- When the operator said that a problem needs no more attention, in UTC seconds.
ALTER TABLE problem ADD COLUMN acknowledged INTEGER;

-- What was seen and told when alerts were last asked for, so that each thing is told once.
CREATE TABLE watch_note (
  topic TEXT NOT NULL, -- 'sender', 'verdict', 'policy' and others
  domain TEXT NOT NULL, -- the policy domain; '' for none
  subject TEXT NOT NULL, -- a sender or reporter; '' where there is only one
  value TEXT NOT NULL, -- what was seen last, in words of the topic
  since INTEGER NOT NULL, -- since which day, in days since 1970-01-01
  PRIMARY KEY (topic, domain, subject)
) STRICT, WITHOUT ROWID;

-- Mails that were handed to the mail system, so that none goes out twice.
CREATE TABLE sent_mail (
  message_id TEXT PRIMARY KEY,
  sent INTEGER NOT NULL -- UTC seconds
) STRICT, WITHOUT ROWID;
