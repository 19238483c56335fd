"""What is measured: every stage is one command line, and what has to be so before it runs."""

import shutil
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path

GIANTS = ("G", "GG")
WINDOW = ["--days", "30", "--until", "latest"]


@dataclass
class Stage:
    """A command that is run again and again."""

    name: str
    command: list
    mailbox: str = ""
    baseline: str = ""  # the stage its time is divided by
    fresh: str = ""  # a database that must not exist before
    fresh_folder: str = ""  # a folder that must not
    cores: int = 0  # 0: all of them
    statuses: tuple = (0,)
    most: int = 0  # counted runs at the most, and none to warm up; 0: as many as all
    runs: list = field(default_factory=list)
    database_bytes: int = 0

    def prepare(self):
        """Takes away what the run before has left."""
        for suffix in ("", "-wal", "-shm", "-journal", ".lock") if self.fresh else ():
            Path(self.fresh + suffix).unlink(missing_ok=True)
        if self.fresh_folder:
            shutil.rmtree(self.fresh_folder, ignore_errors=True)

    def finish(self):
        """Takes down how large the database has become."""
        files = [Path(self.fresh + suffix) for suffix in ("", "-wal")] if self.fresh else []
        self.database_bytes = sum(file.stat().st_size for file in files if file.exists())


class Stages:
    """Makes the stages of a run: one program, one floor, one folder for databases."""

    def __init__(self, program, floor, scratch):
        self.program, self.floor, self.scratch = str(program), str(floor), scratch

    def store(self, mailbox):
        """The database that the import of a mailbox leaves."""
        return str(self.scratch / f"{mailbox}.sqlite")

    def reading(self, name, maildir):
        """What comes before storing, in the floor only: our program does it all in one go."""
        return [
            Stage(f"{name}: floor, {title}", [self.floor, word, str(maildir)], name)
            for title, word in [("read", "read"), ("inflated", "inflate"), ("extracted", "extract")]
        ]

    def importing(self, name, maildir):
        """A whole import next to the floor's best line."""
        floor, ours = f"{name}: floor, stored", f"{name}: import"
        return [self._floor(floor, name, maildir, ["-w"]), self._import(ours, name, maildir, floor)]

    def narrow(self, name, maildir):
        """The same with one thread that reads, and on one core."""
        floor = f"{name}: floor, stored, one core"
        one_core = self._floor(floor, name, maildir, [])
        one_job = self._import(
            f"{name}: import --jobs 1", name, maildir, f"{name}: floor, stored", ["--jobs", "1"])
        ours = self._import(f"{name}: import, one core", name, maildir, floor)
        one_core.cores = ours.cores = 1
        return [one_job, one_core, ours]

    def rerun(self, name, maildir):
        """The import of a mailbox that has nothing new, as cron does it."""
        return Stage(f"{name}: import, nothing new", self._importing(name, maildir), name)

    def seen(self, maildir):
        """The same with a mailbox of years, as something a person waits for."""
        return Stage("start: import, nothing new in 100,000 mails", self._importing("seen", maildir))

    def starting(self, empty, bare):
        """What a person notices first, and how much of it is loading libraries."""
        summary = [self.program, "summary", "--database", str(empty)]
        return [
            Stage("start: C program that does nothing, same libraries", [str(bare)]),
            Stage("start: --version", [self.program, "--version"]),
            Stage("start: summary of an empty database", summary),
        ]

    def asking(self, label, store):
        """Questions to a store: the last thirty days of it."""
        domain = largest_domain(store)
        one = ["--domain", domain]
        asked = [
            ("summary, largest domain", ["summary", *WINDOW, *one], (0,)),
            ("summary, all domains", ["summary", *WINDOW], (0,)),
            ("readiness, largest domain", ["readiness", *WINDOW, *one], (0, 10)),
            ("readiness, all domains", ["readiness", *WINDOW], (0, 10)),
            ("page, largest domain", ["page", *WINDOW, *one], (0,)),
            ("page, all domains", ["page", *WINDOW], (0,)),
            ("export --level domain", ["export", "--level", "domain", *WINDOW], (0,)),
        ]
        return [
            Stage(f"{label}: {title}", [self.program, *words, "--database", str(store)],
                  statuses=statuses)
            for title, words, statuses in asked
        ]

    def _floor(self, title, name, maildir, options):
        database = str(self.scratch / f"floor-{name}.sqlite")
        pushed = ["-p"] if name in GIANTS else []  # in pieces: its memory would grow with the report
        command = [self.floor, "store", "-d", database, *options, *pushed, str(maildir)]
        return Stage(title, command, name, fresh=database)

    def _import(self, title, name, maildir, baseline, options=()):
        command = self._importing(name, maildir, options)
        return Stage(title, command, name, baseline, self.store(name))

    def _importing(self, name, maildir, options=()):
        return [self.program, "import", *options, "--database", self.store(name), str(maildir)]


def largest_domain(store):
    """The policy domain with the most records."""
    return _row(store, """SELECT domain.name FROM report JOIN domain ON domain.id = report.domain
        GROUP BY report.domain ORDER BY sum(report.records) DESC LIMIT 1""")[0]


def held(store):
    """Reports, records, messages and days of a store, and its bytes."""
    row = _row(store, """SELECT count(*), sum(records), sum(messages), max(day) - min(day) + 1,
        (SELECT sum(records) FROM report WHERE day > (SELECT max(day) - 30 FROM report))
        FROM report""")
    keys = ("reports", "records", "messages", "days", "window_records")
    return {**dict(zip(keys, row)), "bytes": Path(store).stat().st_size}


def _row(store, query):
    connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    try:
        return connection.execute(query).fetchone()
    finally:
        connection.close()
