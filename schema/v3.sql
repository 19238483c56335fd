-- Version 3: what was pruned stays away, and a policy's word that nobody defined is NULL in the view.

-- The keys of reports that were deleted for their age, by digest: met again, they are passed over.
CREATE TABLE pruned_report (
  key_digest INTEGER PRIMARY KEY
) STRICT;

DROP VIEW reports;

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
