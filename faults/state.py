"""What an import left behind, in a form that can be compared."""

import hashlib
import sqlite3
import subprocess
from pathlib import Path

# Numbers of rows, runs and times differ from run to run; everything else must not.
QUERIES = {
    "reports": "SELECT reporter, policy_domain, report_id, begin_seconds, end_seconds, records, "
               "messages, left_out, trust, p, email FROM reports",
    "records": "SELECT r.*, e.content, v.content FROM records r "
               "JOIN evaluation e ON e.id = r.evaluation JOIN evidence v ON v.id = r.evidence",
    "sightings": "SELECT d.name, p.content, s.first_day, s.last_day, s.reports "
                 "FROM policy_sighting s JOIN domain d ON d.id = s.domain "
                 "JOIN policy p ON p.id = s.policy",
    "tls": "SELECT reporter, report_id, begin_seconds, end_seconds, trust, domain, type, successful, "
           "failed FROM tls_reports JOIN tls_policies USING (tls_report, reporter)",
    "tls failures": "SELECT reporter, domain, result, sessions FROM tls_failures",
    "failures": "SELECT * FROM failure_reports",
    "problems": "SELECT kind, input, reason, detail FROM problem",
    "seen": "SELECT name, held FROM seen_mail",
}


NUMBERS = {"report", "record", "run", "evaluation", "evidence"}


class Program:
    """The program under test and one database of it."""

    def __init__(self, path, database):
        self.path, self.database = str(path), str(database)

    def command(self, verb, *arguments):
        return [self.path, verb, "--database", self.database, *map(str, arguments)]

    def run(self, verb, *arguments, before=(), timeout=120):
        return subprocess.run(
            [*before, *self.command(verb, *arguments)], capture_output=True, text=True,
            timeout=timeout)

    def check(self):
        """None when the database is sound, else what `check` said."""
        done = self.run("check")
        return None if done.returncode == 0 else f"check: {done.returncode} {done.stdout}{done.stderr}"


def of_database(path, home):
    """The content of a database, table by table; paths below `home` are the same everywhere."""
    connection = sqlite3.connect(path)
    try:
        state = {}
        for name, query in QUERIES.items():
            cursor = connection.execute(query)
            columns = [column[0] for column in cursor.description]
            keep = [i for i, column in enumerate(columns) if column not in NUMBERS]
            rows = sorted(repr([row[i] for i in keep]).replace(str(home), "") for row in cursor)
            state[name] = (len(rows), hashlib.sha256("\n".join(rows).encode()).hexdigest())
        return state
    finally:
        connection.close()


def doubled(path):
    """Keys under which more than one report counts."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM report GROUP BY reporter, domain, report_id, begin, "
            "\"end\" HAVING count(*) > 1 UNION ALL SELECT 1 FROM tls_report GROUP BY reporter, "
            "report_id, begin, \"end\" HAVING count(*) > 1)").fetchone()[0]
    finally:
        connection.close()


def of_maildir(folder):
    """Every message: where, under which name, what."""
    folder = Path(folder)
    return sorted(
        (str(file.relative_to(folder)), hashlib.sha256(file.read_bytes()).hexdigest())
        for file in folder.rglob("*") if file.is_file())
