#!/usr/bin/env python3
"""Hurts imports in every way a machine can, and compares what is left with an undisturbed run."""

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import mailbox
import state

# What changes a file system or makes a commit last; SQLite writes with pwrite64.
STEPS = ["renameat", "linkat", "unlinkat", "unlink", "fsync", "fdatasync", "ftruncate", "pwrite64"]
ERRORS = [("pwrite64", "EIO"), ("pwrite64", "ENOSPC"), ("fdatasync", "EIO"), ("fsync", "EIO"),
          ("pread64", "EIO"), ("openat", "EMFILE"), ("openat", "EIO"), ("renameat", "EIO"),
          ("linkat", "ENOSPC"), ("unlinkat", "EIO"), ("ftruncate", "EIO"), ("read", "EIO"),
          ("getdents64", "EIO"), ("mmap", "ENOMEM")]


class Faults:
    def __init__(self, options, folder):
        self.program, self.folder = options.program, Path(folder)
        self.quick, self.chance = options.quick, random.Random(options.seed)
        self.figures, self.failures = Counter(), []
        self.wanted = {}

    # MARK: One trial

    def fresh(self, template, place=None):
        """A copy of a mailbox (by links: nobody writes into a message), and an empty archive."""
        home = Path(tempfile.mkdtemp(dir=place or self.folder))
        shutil.copytree(template, home / "mail", copy_function=os.link)
        for name in ["cur", "new", "tmp"]:
            (home / "archive" / name).mkdir(parents=True)
        return home

    def arguments(self, home, after, archive=None):
        act = f"archive={archive or home / 'archive'}" if after == "archive" else after
        return ["--quiet", "--jobs", "2", "--after", act, home / "mail"]

    def trial(self, template, after, disturb, what, place=None):
        """Disturbs one import, runs it again, compares."""
        home = self.fresh(template, place)
        program = state.Program(self.program, home / "reports.sqlite")
        try:
            disturb(program, self.arguments(home, after))
            self.figures[what] += 1
            if (home / "reports.sqlite").exists() and (home / "reports.sqlite").stat().st_size:
                self.expect(program.check() is None, what, f"after the fault: {program.check()}")
            self.settle(program, home, template, after, what)
        finally:
            shutil.rmtree(home, ignore_errors=True)

    def settle(self, program, home, template, after, what):
        again = program.run("import", *self.arguments(home, after))
        self.expect(again.returncode in (0, 2), what, f"rerun: {again.returncode} {again.stderr[:300]}")
        # Mails that were moved away are forgotten by the next run.
        program.run("import", *self.arguments(home, after))
        fault = program.check()
        self.expect(fault is None, what, f"after the rerun: {fault}")
        found = self.found(home)
        wanted = self.reference(template, after)
        for name in wanted:
            self.expect(found[name] == wanted[name], what, f"{name}: {self.difference(found[name], wanted[name])}")
        self.figures["doubled reports"] += state.doubled(home / "reports.sqlite")
        self.figures["lost reports"] += max(0, wanted["database"]["reports"][0] - found["database"]["reports"][0])

    @staticmethod
    def difference(found, wanted):
        if isinstance(found, dict):
            return {name: (found[name][0], wanted[name][0]) for name in found if found[name] != wanted[name]}
        return sorted(set(found) ^ set(wanted))[:4]

    def found(self, home):
        database = state.of_database(home / "reports.sqlite")
        # The path of the mailbox is part of an input's name.
        return {"database": {k: v for k, v in database.items() if k != "problems"},
                "mailbox": state.of_maildir(home / "mail"),
                "archive": state.of_maildir(home / "archive")}

    def reference(self, template, after):
        if (template, after) not in self.wanted:
            home = self.fresh(template)
            program = state.Program(self.program, home / "reports.sqlite")
            for _ in range(2):
                program.run("import", *self.arguments(home, after))
            self.wanted[template, after] = self.found(home)
            shutil.rmtree(home)
        return self.wanted[template, after]

    def expect(self, holds, what, text):
        if not holds:
            self.failures.append(f"{what}: {text}")
            print(f"FAILED {what}: {text}", flush=True)

    # MARK: Kills

    def random_kills(self, template, count):
        began = time.monotonic()
        self.undisturbed(template)
        length = time.monotonic() - began
        for number in range(count):
            after = ["keep", "seen", "archive"][number % 3]
            moment = self.chance.uniform(0, length * 1.1)

            def disturb(program, arguments):
                process = subprocess.Popen(
                    program.command("import", *arguments), stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL)
                try:
                    process.wait(moment)
                    self.figures["kills that came too late"] += 1
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()

            self.trial(template, after, disturb, "killed at a random moment")

    def undisturbed(self, template):
        home = self.fresh(template)
        state.Program(self.program, home / "reports.sqlite").run("import", *self.arguments(home, "keep"))
        shutil.rmtree(home)

    def count_steps(self, template, after, calls):
        """How often each call is made by the thread that makes it most: strace counts by thread."""
        home = self.fresh(template)
        log = home / "trace"
        program = state.Program(self.program, home / "reports.sqlite")
        program.run("import", *self.arguments(home, after),
                    before=["strace", "-f", "-qq", "-o", str(log), "-e", "trace=" + ",".join(calls)])
        counts = Counter()
        for line in log.read_text(errors="replace").splitlines():
            found = re.match(r"(\d+) +(\w+)\(", line)
            if found:
                counts[found.groups()] += 1
        shutil.rmtree(home)
        most = Counter()
        for (_, call), count in counts.items():
            most[call] = max(most[call], count)
        return most

    def inject(self, rule):
        def disturb(program, arguments):
            log = Path(program.database).parent / "trace"
            program.run("import", *arguments, before=[
                "strace", "-f", "-qq", "-o", str(log), "-e", "trace=" + rule.split(":")[0],
                "-e", "inject=" + rule])
        return disturb

    def traced_kills(self, template):
        for after in ["seen", "archive"]:
            for call, count in sorted(self.count_steps(template, after, STEPS).items()):
                for number in self.some(range(1, count + 1), 3):
                    self.trial(template, after, self.inject(f"{call}:signal=KILL:when={number}"),
                               f"killed at {call}")

    def some(self, range_, quick):
        """Everything, or for a quick run the ends and something between."""
        values = list(range_)
        if not self.quick or len(values) <= quick:
            return values
        return sorted({values[0], values[-1], *self.chance.sample(values, quick - 2)})

    # MARK: Errors

    def errors(self, template):
        calls = sorted({call for call, _ in ERRORS})
        counts = self.count_steps(template, "archive", calls)
        for call, error in ERRORS:
            for number in self.some(range(1, min(counts[call], 150) + 1), 2):
                for rest in ["", "+"]:
                    self.trial(template, "archive",
                               self.inject(f"{call}:error={error}:when={number}{rest}"),
                               f"{error} of {call}")

    # MARK: Disks

    def full_disks(self, template):
        sizes = range(20, 500, 80 if self.quick else 10)
        for size in sizes:
            with Disk(self.folder, f"size={size}k") as disk:
                home = self.fresh(template)
                program = state.Program(self.program, disk.path / "reports.sqlite")
                first = program.run("import", *self.arguments(home, "archive"))
                self.figures["full disks"] += 1
                if first.returncode not in (0, 2):
                    self.figures["imports a full disk stopped"] += 1
                    self.expect(first.stderr.startswith(("error: ", "warning: ")), "full disk", first.stderr[:300])
                    self.expect(first.returncode > 0, "full disk", f"ended with {first.returncode}")
                disk.remount("size=64m")
                self.resettle(program, home, template, "full disk")

    def resettle(self, program, home, template, what):
        again = program.run("import", *self.arguments(home, "archive"))
        self.expect(again.returncode in (0, 2), what, f"rerun: {again.stderr[:300]}")
        program.run("import", *self.arguments(home, "archive"))
        self.expect(program.check() is None, what, f"{program.check()}")
        shutil.copy(program.database, home / "reports.sqlite")
        found, wanted = self.found(home), self.reference(template, "archive")
        for name in wanted:
            self.expect(found[name] == wanted[name], what, f"{name}: {self.difference(found[name], wanted[name])}")
        shutil.rmtree(home)

    def read_only(self, template):
        with Disk(self.folder, "size=64m") as disk:
            home = self.fresh(template)
            program = state.Program(self.program, disk.path / "reports.sqlite")
            program.run("import", *self.arguments(home, "keep"))
            disk.remount("ro")
            for verb, arguments in [("import", self.arguments(home, "keep")), ("summary", ["--until", "latest"])]:
                done = program.run(verb, *arguments)
                self.figures["read-only databases"] += 1
                self.expect(done.returncode == 4 and ("is not writable" in done.stderr
                                                      or "Read-only" in done.stderr), "read-only database", f"{verb} {done.returncode} {done.stderr[:300]}")
            disk.remount("rw")
            shutil.rmtree(home)
        with Disk(self.folder, "size=64m") as disk:
            home = self.fresh(template)
            shutil.copytree(home / "mail", disk.path / "mail")
            shutil.rmtree(home / "mail")
            (home / "mail").symlink_to(disk.path / "mail")
            program = state.Program(self.program, home / "reports.sqlite")
            disk.remount("ro")
            first = program.run("import", *self.arguments(home, "seen"))
            self.figures["read-only mailboxes"] += 1
            self.expect("cannot be moved" in first.stderr, "read-only mailbox", first.stderr[:300])
            disk.remount("rw")
            self.settle(program, home, template, "seen", "read-only mailbox")
            shutil.rmtree(home)

    def other_disk(self, template):
        """An archive on another file system has mails copied; a kill may come at any step."""
        steps = ["linkat", "unlink", "unlinkat", "fsync", "write", "openat"]
        with Disk(self.folder, "size=64m") as disk:
            def archived(home):
                return self.arguments(home, "archive", disk.path / home.name)

            def home_of(template):
                home = self.fresh(template)
                shutil.move(home / "archive", disk.path / home.name)
                (home / "archive").symlink_to(disk.path / home.name)
                return home

            for call in steps:
                for number in self.some(range(1, 25 if call != "openat" else 80), 3):
                    home = home_of(template)
                    program = state.Program(self.program, home / "reports.sqlite")
                    self.inject(f"{call}:signal=KILL:when={number}")(program, archived(home))
                    self.figures["killed while copying to another disk"] += 1
                    self.settle(program, home, template, "archive", f"other disk, {call} {number}")
                    shutil.rmtree(disk.path / home.name)
                    shutil.rmtree(home)

    # MARK: Sources

    def vanishing(self, template, count):
        for number in range(count):
            home = self.fresh(template)
            program = state.Program(self.program, home / "reports.sqlite")
            process = subprocess.Popen(
                program.command("import", *self.arguments(home, "seen")), stderr=subprocess.PIPE, text=True)
            time.sleep(self.chance.uniform(0, 0.05))
            if number % 3 == 0:
                shutil.rmtree(home / "mail", ignore_errors=True)
            else:
                files = [file for file in (home / "mail").rglob("*") if file.is_file()]
                for file in self.chance.sample(files, len(files) // 2):
                    file.unlink(missing_ok=True)
            _, errors = process.communicate(timeout=60)
            self.figures["vanishing sources"] += 1
            self.expect(process.returncode in (0, 1, 2, 3), "vanishing source", f"{process.returncode} {errors[:300]}")
            if (home / "mail").exists():
                again = program.run("import", *self.arguments(home, "seen"))
                self.expect(again.returncode in (0, 2), "vanishing source", again.stderr[:300])
                left = {file.name.split(":")[0] for file in (home / "mail").rglob("*") if file.is_file()}
                self.expect(self.holds(program.database, left), "vanishing source", "a mail left was not read")
            if Path(program.database).exists():
                self.expect(program.check() is None, "vanishing source", f"{program.check()}")
                self.figures["doubled reports"] += state.doubled(program.database)
            shutil.rmtree(home)

    @staticmethod
    def holds(database, names):
        import sqlite3
        seen = {row[0].decode() for row in sqlite3.connect(database).execute("SELECT name FROM seen_mail")}
        return names == seen


class Disk:
    """A small file system in memory."""

    def __init__(self, folder, options):
        self.path = Path(tempfile.mkdtemp(dir=folder))
        self.options = options

    def __enter__(self):
        subprocess.run(["mount", "-t", "tmpfs", "-o", self.options, "tmpfs", self.path], check=True)
        return self

    def remount(self, options):
        subprocess.run(["mount", "-o", f"remount,{options}", self.path], check=True)

    def __exit__(self, *_):
        subprocess.run(["umount", "-l", self.path], check=True)
        self.path.rmdir()


def can_mount(folder):
    try:
        with Disk(folder, "size=64k"):
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=Path)
    parser.add_argument("--quick", action="store_true", help="a minute instead of everything")
    parser.add_argument("--kills", type=int, help="how many kills at random moments")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", help="one kind of fault")
    options = parser.parse_args()
    options.program = options.program.resolve()
    with tempfile.TemporaryDirectory(prefix="dmarc-report-faults-") as folder:
        faults = Faults(options, folder)
        small = mailbox.make(Path(folder) / "small", 12)
        middle = mailbox.make(Path(folder) / "middle", 60)
        large = mailbox.make(Path(folder) / "large", 400 if options.quick else 2400, large=3000)
        kills = options.kills or (30 if options.quick else 500)
        kinds = {
            "kills": lambda: faults.random_kills(large, kills),
            "steps": lambda: faults.traced_kills(small if options.quick else middle),
            "errors": lambda: faults.errors(small),
            "vanishing": lambda: faults.vanishing(middle, 6 if options.quick else 60),
        }
        if can_mount(folder):
            kinds["full"] = lambda: faults.full_disks(middle)
            kinds["read-only"] = lambda: faults.read_only(small)
            kinds["other-disk"] = lambda: faults.other_disk(small)
        else:
            print("not run: faults of disks, which need the right to mount one")
        if not shutil.which("strace"):
            print("not run: faults at single steps, which need strace")
            for kind in ["steps", "errors", "other-disk"]:
                kinds.pop(kind, None)
        for name, run in kinds.items():
            if options.only in (None, name):
                began = time.monotonic()
                run()
                print(f"{name}: {time.monotonic() - began:.0f} s", flush=True)
        for name in ["lost reports", "doubled reports"]:
            faults.figures.setdefault(name, 0)
        for name, count in sorted(faults.figures.items()):
            print(f"{count:8} {name}")
    print(f"{len(faults.failures):8} failures")
    sys.exit(1 if faults.failures or faults.figures["lost reports"] or faults.figures["doubled reports"] else 0)


if __name__ == "__main__":
    main()
