-- Version 2: a source with very many entries is kept in several chunks, as many sources are.

ALTER TABLE rollup RENAME TO rollup_before;

-- What summaries are made of: the traffic of a policy domain on a day, packed, in order of source.
-- A chunk holds the entries from `source` and `detail` on, up to where the next chunk of its day
-- starts. docs/database.md gives the packing; `dmarc-report check` compares it with the records.
CREATE TABLE rollup (
  domain INTEGER NOT NULL REFERENCES domain (id),
  day INTEGER NOT NULL,
  source INTEGER NOT NULL,
  detail BLOB NOT NULL, -- empty, or where it starts among the entries of its source
  entries BLOB NOT NULL,
  PRIMARY KEY (domain, day, source, detail)
) STRICT;

INSERT INTO rollup (domain, day, source, detail, entries)
SELECT domain, day, source, x'', entries FROM rollup_before ORDER BY domain, day, source;

DROP TABLE rollup_before;
