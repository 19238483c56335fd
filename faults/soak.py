#!/usr/bin/env python3
"""An import every second, beside readers that never stop and mail that keeps coming."""

import argparse
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

import mailbox


class Soak:
    def __init__(self, program, folder, seconds):
        self.program, self.folder = str(program), Path(folder)
        self.maildir = mailbox.make(self.folder / "mail", 0)
        self.database = self.folder / "reports.sqlite"
        self.end = time.monotonic() + seconds
        self.figures, self.failures = Counter(), []
        self.delivered = {}
        self.sizes = []
        self.chance = random.Random(1)

    def fail(self, text):
        self.failures.append(text)
        print(f"FAILED {text}", flush=True)

    def run(self, verb, *arguments):
        return subprocess.run([self.program, verb, "--database", self.database, *map(str, arguments)],
                              capture_output=True, text=True, timeout=60)

    def deliver(self):
        """As a mail server does it: into tmp, then by a rename into new. Some mails come twice."""
        number = 0
        while time.monotonic() < self.end:
            content = mailbox.mail(number, 1 + number % 9)
            for copy in range(2 if number % 10 == 3 else 1):
                name = f"{1790000000 + number}.M{copy}P{os.getpid()}.mx"
                (self.maildir / "tmp" / name).write_bytes(content)
                (self.maildir / "tmp" / name).rename(self.maildir / "new" / name)
                self.figures["mails delivered"] += 1
            messages = mailbox.report(number, 1 + number % 9)[0]
            self.delivered[f"r{number}"] = sum(
                int(part.split(b"<")[0]) for part in messages.split(b"<count>")[1:])
            number += 1
            time.sleep(self.chance.uniform(0, 0.06))

    def imports(self):
        number = 0
        while time.monotonic() < self.end:
            began = time.monotonic()
            done = self.run("import", "--quiet", "--after", ["keep", "seen"][number % 2], self.maildir)
            if done.returncode:
                self.fail(f"import: {done.returncode} {done.stderr[:300]}")
            self.figures["imports"] += 1
            self.sizes.append(sum(file.stat().st_size for file in self.folder.glob("reports.sqlite-wal")))
            number += 1
            time.sleep(max(0, 1 - (time.monotonic() - began)))

    def rivals(self):
        """Imports and prunes that come while another import may be at work: they wait or say so."""
        while time.monotonic() < self.end:
            time.sleep(self.chance.uniform(1, 3))
            for verb, arguments in [("import", ["--quiet", self.maildir]), ("prune", ["--older-than", "4000d"])]:
                done = self.run(verb, *arguments)
                if done.returncode and "another import is at work" not in done.stderr:
                    self.fail(f"{verb}: {done.returncode} {done.stderr[:300]}")
                self.figures["rivals"] += 1

    def readers(self):
        """Totals never shrink, and those of two tables in one answer agree."""
        last = 0
        while time.monotonic() < self.end:
            done = self.run("summary", "--days", "4000", "--until", "latest", "--format", "json")
            self.figures["reads"] += 1
            if done.returncode:
                if "there is none yet" not in done.stderr and "no reports" not in done.stderr:
                    self.fail(f"summary: {done.returncode} {done.stderr[:300]}")
                time.sleep(0.1)
                continue
            messages = self.messages(json.loads(done.stdout))
            if messages < last:
                self.fail(f"a reader saw {messages} messages after {last}")
            last = messages
            if self.run("reports", "--days", "4000", "--until", "latest").returncode:
                self.fail("reports")
            time.sleep(0.05)

    def messages(self, answer):
        """The total of the answer; its rows must add up to it."""
        total = answer["total"]["messages"]
        rows = sum(row["messages"] for row in answer["rows"])
        if rows != total or len(answer["rows"]) != answer["row_count"]:
            self.fail(f"the rows of a summary are {rows} messages, the total is {total}")
        return total

    def whole(self):
        """Every report that others can see is whole, at any moment."""
        while time.monotonic() < self.end:
            time.sleep(0.2)
            if not self.database.exists():
                continue
            try:
                with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=10) as connection:
                    torn = connection.execute(
                        "SELECT count(*) FROM report r WHERE (SELECT total(messages) FROM record WHERE id >= "
                        "r.first_record AND id < r.first_record + r.records) <> r.messages").fetchone()[0]
            except sqlite3.OperationalError as error:
                if "no such table" not in str(error):
                    self.fail(f"sqlite: {error}")
                continue
            self.figures["looks into the tables"] += 1
            if torn:
                self.fail(f"{torn} reports were seen in part")

    def finish(self):
        done = self.run("import", "--quiet", self.maildir)
        if done.returncode:
            self.fail(f"the last import: {done.stderr[:300]}")
        with sqlite3.connect(self.database) as connection:
            found = dict(connection.execute("SELECT report_id, messages FROM reports"))
            count = connection.execute("SELECT count(*) FROM report").fetchone()[0]
        self.figures["reports delivered"], self.figures["reports counted"] = len(self.delivered), count
        if found != self.delivered or count != len(found):
            self.fail(f"{len(self.delivered)} reports were delivered, {count} are counted")
        check = self.run("check")
        if check.returncode:
            self.fail(f"check: {check.stdout}{check.stderr}")
        half = len(self.sizes) // 2
        self.figures["largest log, kB"] = max(self.sizes, default=0) // 1024
        if half > 5 and max(self.sizes[half:]) > 2 * max(self.sizes[:half]) + (8 << 20):
            self.fail("the log keeps growing")
        self.figures["database, kB"] = self.database.stat().st_size // 1024
        left = [file for file in (self.maildir / "tmp").iterdir()]
        if left:
            self.fail(f"{len(left)} files are left in tmp")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=Path)
    parser.add_argument("--seconds", type=int, default=600)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dmarc-report-soak-") as folder:
        soak = Soak(options.program.resolve(), folder, options.seconds)
        work = [soak.deliver, soak.imports, soak.readers, soak.readers, soak.whole, soak.rivals]
        threads = [threading.Thread(target=one) for one in work]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        soak.finish()
    for name, count in sorted(soak.figures.items()):
        print(f"{count:8} {name}")
    print(f"{len(soak.failures):8} failures")
    sys.exit(1 if soak.failures else 0)


if __name__ == "__main__":
    main()
