PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('v1');
INSERT INTO grdb_migrations VALUES('v2');
INSERT INTO grdb_migrations VALUES('v3');
INSERT INTO grdb_migrations VALUES('v4');
CREATE TABLE domain (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO domain VALUES(1,'example.com');
INSERT INTO domain VALUES(2,'bounce.news-service.example');
INSERT INTO domain VALUES(3,'shop.example.com');
INSERT INTO domain VALUES(4,'fastpost.example');
INSERT INTO domain VALUES(5,'alumni.example');
INSERT INTO domain VALUES(6,'lists.clubs.example');
INSERT INTO domain VALUES(7,'billing.example.com');
CREATE TABLE reporter (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO reporter VALUES(1,'bigmail.example');
INSERT INTO reporter VALUES(2,'Postwerk');
INSERT INTO reporter VALUES(3,'Ahoy');
INSERT INTO reporter VALUES(4,'Fastpost');
INSERT INTO reporter VALUES(5,'Cablepost');
CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO source VALUES(1,'192.0.2.10');
INSERT INTO source VALUES(2,'198.51.100.64');
INSERT INTO source VALUES(3,'192.0.2.11');
INSERT INTO source VALUES(4,'192.0.2.12');
INSERT INTO source VALUES(5,'2001:db8:10::25');
INSERT INTO source VALUES(6,'192.0.2.20');
INSERT INTO source VALUES(7,'198.51.100.65');
INSERT INTO source VALUES(8,'198.51.100.67');
INSERT INTO source VALUES(9,'198.51.100.68');
INSERT INTO source VALUES(10,'203.0.113.5');
INSERT INTO source VALUES(11,'203.0.113.12');
INSERT INTO source VALUES(12,'2001:db8:33::33');
INSERT INTO source VALUES(13,'2001:db8:5::5');
INSERT INTO source VALUES(14,'203.0.113.33');
INSERT INTO source VALUES(15,'2001:db8:e6f8:d::ba09');
INSERT INTO source VALUES(16,'2001:db8:aa0d:b::13a1');
CREATE TABLE evaluation (
  id INTEGER PRIMARY KEY,
  content TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO evaluation VALUES(1,'["none","pass","pass"]');
INSERT INTO evaluation VALUES(2,'["none","fail","fail"]');
INSERT INTO evaluation VALUES(3,'["none","pass","fail"]');
INSERT INTO evaluation VALUES(4,'["none","fail","fail",[["mailing_list","List-Id seen"]]]');
INSERT INTO evaluation VALUES(5,'["quarantine","fail","fail"]');
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  digest INTEGER NOT NULL,
  content TEXT NOT NULL
) STRICT;
INSERT INTO evidence VALUES(1,-921407470,'[[["example.com","w2026","pass"]],[["example.com",null,"pass"]]]');
INSERT INTO evidence VALUES(2,633690445,'[[["news-service.example","nl1","pass"]],[["bounce.news-service.example",null,"pass"]]]');
INSERT INTO evidence VALUES(3,-1204788120,'[[["example.com","w2026","pass"]],[["example.com","mfrom","pass"]]]');
INSERT INTO evidence VALUES(4,69982897,'[[["news-service.example","nl1","pass"]],[["bounce.news-service.example","mfrom","pass"]]]');
INSERT INTO evidence VALUES(5,1269449074,'[[["example.com","w2026","pass"]],[["shop.example.com",null,"pass"]]]');
INSERT INTO evidence VALUES(6,1322281238,'[[["example.com","w2026","pass"]],[["alumni.example",null,"pass"]]]');
INSERT INTO evidence VALUES(7,685024577,'[[["example.com","w2026","pass"]],[["example.com",null,"fail"]]]');
INSERT INTO evidence VALUES(8,-337858949,'[[["example.com","w2026","fail"],["lists.clubs.example","list","pass"]],[["lists.clubs.example",null,"pass"]]]');
INSERT INTO evidence VALUES(9,-461186400,'[[["example.com","w2026","pass"]],[["shop.example.com","mfrom","pass"]]]');
INSERT INTO evidence VALUES(10,-160264084,'[[["example.com","w2026","pass"]],[["alumni.example","mfrom","pass"]]]');
INSERT INTO evidence VALUES(11,1050008445,'[[["example.com",null,"pass"]],[["example.com",null,"pass"]]]');
INSERT INTO evidence VALUES(12,-1913080941,'[[["example.com",null,"pass"]],[["shop.example.com",null,"pass"]]]');
INSERT INTO evidence VALUES(13,907377335,'[[["example.com",null,"pass"]],[["alumni.example",null,"pass"]]]');
INSERT INTO evidence VALUES(14,289809605,'[[["news-service.example",null,"pass"]],[["bounce.news-service.example",null,"pass"]]]');
INSERT INTO evidence VALUES(15,-1383452418,'[[["example.com",null,"pass"]],[["example.com",null,"fail"]]]');
INSERT INTO evidence VALUES(16,-420725017,'[[["example.com",null,"fail"],["lists.clubs.example",null,"pass"]],[["lists.clubs.example",null,"pass"]]]');
INSERT INTO evidence VALUES(17,-2138250516,'[[],[["example.com",null,"fail"]]]');
INSERT INTO evidence VALUES(18,-1712112163,'[[],[["billing.example.com",null,"fail"]]]');
CREATE TABLE policy (
  id INTEGER PRIMARY KEY,
  content TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO policy VALUES(1,'["none","quarantine","quarantine","r","r","100"]');
INSERT INTO policy VALUES(2,'["none","quarantine","quarantine","r","r",null,null,"n","psl"]');
INSERT INTO policy VALUES(3,'["none",null,null,"r","r","100"]');
INSERT INTO policy VALUES(4,'["none","quarantine",null,"r","r","100"]');
CREATE TABLE origin (
  id INTEGER PRIMARY KEY,
  content TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO origin VALUES(1,'["noreply-dmarc-support@bigmail.example","https://support.bigmail.example/dmarc","1.0"]');
INSERT INTO origin VALUES(2,'["dmarc@postwerk.example",null,"1.0","urn:ietf:params:xml:ns:dmarc-2.0","Postwerk Reports 3.1"]');
INSERT INTO origin VALUES(3,'["dmarchelp@ahoymail.example","https://postmaster.ahoymail.example"]');
INSERT INTO origin VALUES(4,'["reports@fastpost.example",null,"1.0"]');
INSERT INTO origin VALUES(5,'["dmarc-reports@cablepost.example"]');
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
INSERT INTO report VALUES(1,1,1,'sample-1',1793404800,1793491199,20757,1,1,1,2,50,0,0,1,-1849723471,-1697075375247874808,NULL,NULL);
INSERT INTO report VALUES(2,2,1,'sample-9990',1793404800,1793491199,20757,2,2,3,2,50,0,0,1,1187770198,7469238683690366094,NULL,NULL);
INSERT INTO report VALUES(3,3,1,'1792894210.710511',1792800000,1792886399,20750,3,3,5,12,44,0,1,1,1938949526,-8619290297368167687,NULL,NULL);
INSERT INTO report VALUES(4,4,1,'926824869',1791676800,1791763199,20737,4,4,17,5,9,0,1,1,1548534395,6117038966867819985,NULL,NULL);
INSERT INTO report VALUES(5,5,1,'cp-1789344000-example.com',1789344000,1789430399,20710,4,5,22,7,66,0,1,1,-1553679324,4912024745471780355,NULL,NULL);
INSERT INTO report VALUES(6,5,1,'cp-1792281600-example.com',1792281600,1792367999,20744,4,5,29,12,26,0,1,1,646627196,7387415629880977777,NULL,NULL);
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
INSERT INTO record VALUES(1,1,42,1,NULL,NULL,1,1,5);
INSERT INTO record VALUES(2,2,8,1,NULL,NULL,2,2,0);
INSERT INTO record VALUES(3,1,42,1,1,NULL,1,3,5);
INSERT INTO record VALUES(4,2,8,1,2,NULL,2,4,0);
INSERT INTO record VALUES(5,1,5,1,NULL,NULL,1,1,5);
INSERT INTO record VALUES(6,3,3,1,NULL,NULL,1,1,5);
INSERT INTO record VALUES(7,4,5,1,NULL,NULL,1,1,5);
INSERT INTO record VALUES(8,5,5,1,NULL,NULL,1,1,5);
INSERT INTO record VALUES(9,6,14,3,NULL,NULL,1,5,5);
INSERT INTO record VALUES(10,2,1,1,NULL,NULL,2,2,0);
INSERT INTO record VALUES(11,7,1,1,NULL,NULL,2,2,0);
INSERT INTO record VALUES(12,8,1,1,NULL,NULL,2,2,0);
INSERT INTO record VALUES(13,9,1,1,NULL,NULL,2,2,0);
INSERT INTO record VALUES(14,10,2,1,NULL,NULL,3,6,1);
INSERT INTO record VALUES(15,11,3,1,NULL,NULL,3,7,1);
INSERT INTO record VALUES(16,12,3,1,NULL,NULL,2,8,0);
INSERT INTO record VALUES(17,1,2,1,1,4,1,3,5);
INSERT INTO record VALUES(18,3,1,1,1,4,1,3,5);
INSERT INTO record VALUES(19,4,2,1,1,4,1,3,5);
INSERT INTO record VALUES(20,6,3,3,3,4,1,9,5);
INSERT INTO record VALUES(21,10,1,1,5,4,3,10,1);
INSERT INTO record VALUES(22,1,18,1,1,NULL,1,11,5);
INSERT INTO record VALUES(23,3,14,1,1,NULL,1,11,5);
INSERT INTO record VALUES(24,4,9,1,1,NULL,1,11,5);
INSERT INTO record VALUES(25,5,14,1,1,NULL,1,11,5);
INSERT INTO record VALUES(26,6,6,3,3,NULL,1,12,5);
INSERT INTO record VALUES(27,10,4,1,5,NULL,3,13,1);
INSERT INTO record VALUES(28,13,1,1,5,NULL,3,13,1);
INSERT INTO record VALUES(29,1,2,1,1,NULL,1,11,5);
INSERT INTO record VALUES(30,3,2,1,1,NULL,1,11,5);
INSERT INTO record VALUES(31,4,5,1,1,NULL,1,11,5);
INSERT INTO record VALUES(32,5,1,1,1,NULL,1,11,5);
INSERT INTO record VALUES(33,6,5,3,3,NULL,1,12,5);
INSERT INTO record VALUES(34,7,1,1,2,NULL,2,14,0);
INSERT INTO record VALUES(35,10,4,1,5,NULL,3,13,1);
INSERT INTO record VALUES(36,11,1,1,1,NULL,3,15,1);
INSERT INTO record VALUES(37,14,1,1,6,NULL,2,16,0);
INSERT INTO record VALUES(38,12,2,1,6,NULL,4,16,0);
INSERT INTO record VALUES(39,15,1,1,1,NULL,2,17,0);
INSERT INTO record VALUES(40,16,1,7,7,NULL,5,18,0);
CREATE TABLE source_text (
  record INTEGER PRIMARY KEY,
  text TEXT NOT NULL
) STRICT;
CREATE TABLE policy_sighting (
  domain INTEGER NOT NULL REFERENCES domain (id),
  policy INTEGER NOT NULL REFERENCES policy (id),
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  reports INTEGER NOT NULL,
  PRIMARY KEY (domain, policy)
) STRICT, WITHOUT ROWID;
INSERT INTO policy_sighting VALUES(1,1,20757,20757,1);
INSERT INTO policy_sighting VALUES(1,2,20757,20757,1);
INSERT INTO policy_sighting VALUES(1,3,20750,20750,1);
INSERT INTO policy_sighting VALUES(1,4,20710,20744,3);
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  started INTEGER NOT NULL, -- UTC seconds
  finished INTEGER, -- NULL while it runs, or when it was killed
  summary TEXT -- JSON object of counts
) STRICT;
INSERT INTO run VALUES(1,1795805557,1795805557,'{"items":9,"seen":0,"known_refused":0,"vanished":0,"new":6,"duplicate":1,"pruned":0,"conflict":1,"replaced":0,"incomplete":0,"undated":0,"refused":1,"records":40,"messages":245}');
INSERT INTO run VALUES(2,1795805557,1795805557,'{"items":1,"seen":0,"known_refused":0,"vanished":0,"new":0,"duplicate":1,"pruned":0,"conflict":0,"replaced":0,"incomplete":0,"undated":0,"refused":0,"records":0,"messages":0}');
CREATE TABLE mailbox (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO mailbox VALUES(1,'/var/mail/reports');
CREATE TABLE seen_mail (
  mailbox INTEGER NOT NULL REFERENCES mailbox (id) ON DELETE CASCADE,
  name BLOB NOT NULL,
  held INTEGER NOT NULL, -- 1: every report in it is stored, so --after may act on it
  PRIMARY KEY (mailbox, name)
) STRICT, WITHOUT ROWID;
INSERT INTO seen_mail VALUES(1,X'313739303030303030312e4d3150312e6d78',1);
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
  report_id TEXT, acknowledged INTEGER,
  UNIQUE (input, stamp, reason)
) STRICT;
INSERT INTO problem VALUES(1,'conflict','Tests/ReportStoreTests/inputs/d-conflict.xml','1858-1795801695.155358818','conflict','another report is stored under this key: 2 records and 50 messages here',1795805557,1795805557,1,'bigmail.example','example.com','sample-1',NULL);
INSERT INTO problem VALUES(2,'refused','Tests/ReportStoreTests/inputs/e-cut.xml.gz','300-1795801695.155358818','gzip-truncated','its gzip stream is cut off before its end',1795805557,1795805557,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO setting VALUES('digest_key',-4705070015748771313);
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  verdict TEXT NOT NULL CHECK (verdict IN ('approve', 'block', 'forwarder')),
  pattern TEXT NOT NULL, -- address, CIDR block or domain
  name TEXT,
  domain TEXT NOT NULL, -- the From domain it holds for; '' for all
  decided INTEGER NOT NULL, -- UTC seconds
  UNIQUE (pattern, domain)
) STRICT;
INSERT INTO decision VALUES(1,'approve','192.0.2.0/24','Office','',1795805557);
CREATE TABLE rollup (
  domain INTEGER NOT NULL REFERENCES domain (id),
  day INTEGER NOT NULL,
  source INTEGER NOT NULL,
  detail BLOB NOT NULL, -- empty, or where it starts among the entries of its source
  entries BLOB NOT NULL,
  PRIMARY KEY (domain, day, source, detail)
) STRICT;
INSERT INTO rollup VALUES(1,20710,0,X'',X'010501010ba502020501010be501010501010b9501010501010be501010503010c65040501030d41030501030d11');
INSERT INTO rollup VALUES(1,20737,0,X'',X'010401010325020401010315010401010325020403010935040401030a11');
INSERT INTO rollup VALUES(1,20744,0,X'',X'010501010b25020501010b25010501010b55010501010b15010503010c55010501020e10030501030d41010501030f11010501041020020501021010010501021110010507051210');
INSERT INTO rollup VALUES(1,20750,0,X'',X'0103010101550103010202100103010101350103010101550103010101550103030105e501010301020210010301020210010301020210010301030621010301030731010301020830');
INSERT INTO rollup VALUES(1,20757,0,X'',X'0101010101a5050002010103a5050101010202800100020102048001');
CREATE TABLE pruned_report (
  key_digest INTEGER PRIMARY KEY
) STRICT;
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
INSERT INTO tls_report VALUES(1,1,'2026-11-03T00:00:00Z_example.com',1793664000,1793750399,20760,'tls@bigmail.example',0,0,1,411,412,NULL);
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
INSERT INTO tls_policy VALUES(1,1,1,'sts','["version: STSv1","mode: testing","mx: mx.example.com","max_age: 86400"]','["mx.example.com"]',120,3);
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
INSERT INTO tls_failure VALUES(1,1,'certificate-expired','198.51.100.64','mx.example.com','192.0.2.10',3,NULL,NULL);
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
INSERT INTO failure_report VALUES(1,20760,2,10,1,'dmarc','delivered',1,0,1,413);
CREATE TABLE own_domain (
  name TEXT NOT NULL,
  "group" TEXT NOT NULL, -- a customer, a faculty; '' for none
  decided INTEGER NOT NULL, -- UTC seconds
  PRIMARY KEY (name, "group")
) STRICT, WITHOUT ROWID;
INSERT INTO own_domain VALUES('example.com','science',1795805557);
CREATE TABLE watch_note (
  topic TEXT NOT NULL, -- 'sender', 'verdict', 'policy' and others
  domain TEXT NOT NULL, -- the policy domain; '' for none
  subject TEXT NOT NULL, -- a sender or reporter; '' where there is only one
  value TEXT NOT NULL, -- what was seen last, in words of the topic
  since INTEGER NOT NULL, -- since which day, in days since 1970-01-01
  PRIMARY KEY (topic, domain, subject)
) STRICT, WITHOUT ROWID;
INSERT INTO watch_note VALUES('verdict','example.com','','ready',20760);
CREATE TABLE sent_mail (
  message_id TEXT PRIMARY KEY,
  sent INTEGER NOT NULL -- UTC seconds
) STRICT, WITHOUT ROWID;
INSERT INTO sent_mail VALUES('dmarc-digest.2026-11-01.2026-11-07.1@example.com',1795805557);
CREATE INDEX evidence_digest ON evidence (digest);
CREATE INDEX report_key ON report (key_digest);
CREATE INDEX report_domain_day ON report (domain, day);
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
  CASE json_type(policy.content, '$[0]')
    WHEN 'array' THEN policy.content ->> '$[0][0]' ELSE policy.content ->> '$[0]'
  END AS p,
  CASE json_type(policy.content, '$[1]')
    WHEN 'array' THEN policy.content ->> '$[1][0]' ELSE policy.content ->> '$[1]'
  END AS sp,
  CASE json_type(policy.content, '$[2]')
    WHEN 'array' THEN policy.content ->> '$[2][0]' ELSE policy.content ->> '$[2]'
  END AS np,
  CASE json_type(policy.content, '$[3]')
    WHEN 'array' THEN policy.content ->> '$[3][0]' ELSE policy.content ->> '$[3]'
  END AS adkim,
  CASE json_type(policy.content, '$[4]')
    WHEN 'array' THEN policy.content ->> '$[4][0]' ELSE policy.content ->> '$[4]'
  END AS aspf,
  policy.content ->> '$[5]' AS pct,
  policy.content ->> '$[6]' AS fo,
  policy.content ->> '$[7]' AS testing,
  CASE json_type(policy.content, '$[8]')
    WHEN 'array' THEN policy.content ->> '$[8][0]' ELSE policy.content ->> '$[8]'
  END AS discovery_method,
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
CREATE INDEX tls_report_key ON tls_report (key_digest);
CREATE INDEX tls_report_day ON tls_report (day);
CREATE INDEX tls_policy_report ON tls_policy (report);
CREATE INDEX tls_failure_policy ON tls_failure (policy);
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
COMMIT;
PRAGMA application_id=1145918019;
