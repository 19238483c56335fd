"""The kinds of faults. Each function runs all of its kind; its first line says what that is."""

import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import state
from disk import Disk

# What changes a file system or makes a commit last; SQLite writes with pwrite64.
STEPS = ["renameat", "renameat2", "rename", "linkat", "link", "unlinkat", "unlink", "fsync", "fdatasync",
         "ftruncate", "pwrite64", "mkdir", "mkdirat"]

# Every call that meets a disk, and the errors it may give.
ERRORS = {
    "openat": ["EIO", "EMFILE", "EACCES", "ENOSPC"],
    "read": ["EIO"], "pread64": ["EIO"], "getdents64": ["EIO"], "newfstatat": ["EIO", "EACCES"],
    "write": ["EIO", "ENOSPC"], "pwrite64": ["EIO", "ENOSPC"],
    "fsync": ["EIO", "ENOSPC"], "fdatasync": ["EIO", "ENOSPC"], "ftruncate": ["EIO", "ENOSPC"],
    "renameat": ["EIO", "ENOSPC", "EACCES"], "renameat2": ["EIO", "ENOSPC", "EACCES"],
    "rename": ["EIO", "ENOSPC", "EACCES"],
    "linkat": ["EIO", "ENOSPC", "EACCES"], "link": ["EIO", "ENOSPC", "EACCES"],
    "unlinkat": ["EIO", "EACCES"], "unlink": ["EIO", "EACCES"],
    "mkdir": ["EIO", "ENOSPC", "EACCES"], "mkdirat": ["EIO", "ENOSPC", "EACCES"],
    "fcntl": ["EIO", "ENOLCK"], "flock": ["EIO", "ENOLCK"], "mmap": ["ENOMEM", "EACCES"],
}
# The acts on mails that make calls of their own.
ACTS = ["archive", "seen", "delete"]


def kills(kind, boxes, scale):
    """Killed at a random moment of an import that takes a while."""
    box, bench = boxes.large, kind.bench
    began = time.monotonic()
    home = bench.fresh(box)
    bench.program_of(home).run("import", *bench.arguments(home, "keep"))
    length = time.monotonic() - began
    shutil.rmtree(home)

    def disturbance(moment):
        def disturb(program, arguments):
            process = subprocess.Popen(
                program.command("import", *arguments), stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL)
            try:
                process.wait(moment)
                kind.count("kills that came too late")
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        return disturb

    def trial(number):
        disturb = disturbance(scale.chance.uniform(0, length * 1.1))
        after = ["keep", "seen", "archive"][number % 3]
        return lambda: kind.trial(box, after, disturb, "killed at a random moment")

    kind.all([trial(number) for number in range(scale.kills)])


def steps(kind, boxes, scale):
    """Killed at each call that changes the disk."""
    box = boxes.small if scale.quick else boxes.middle
    trials = []
    for after in ["seen", "archive"]:
        for call, count in sorted(kind.bench.count_calls(box, after, STEPS).items()):
            for number in scale.some(range(1, count + 1), 3):
                disturb = kind.inject(f"{call}:signal=KILL:when={number}")
                trials.append(lambda after=after, disturb=disturb, call=call: kind.trial(
                    box, after, disturb, f"killed at {call}"))
    kind.all(trials)


def errors(kind, boxes, scale):
    """An error of a call, at one of its occurrences or at all from then on."""
    box, trials, called = boxes.small, [], set()
    counts = {after: kind.bench.count_calls(box, after, ERRORS) for after in ACTS}
    for call, kinds in ERRORS.items():
        # An act that calls no more often than archiving brings nothing new.
        acts = [after for after in ACTS
                if counts[after][call] and (after == "archive" or call.startswith(("rename", "unlink")))]
        called.update([call] * bool(acts))
        for after in acts:
            places = scale.some(spread(counts[after][call]), 2)
            for error in kinds:
                for number, rest in [(number, rest) for number in places for rest in ["", "+"]]:
                    trials.append(error_trial(kind, box, after, call, error, f"{number}{rest}"))
    kind.all(trials)
    kind.count("calls that were made to fail", len(called))


def large(kind, boxes, scale):
    """A disk that fails while a mail of several megabytes is read, piece by piece."""
    box, trials = boxes.piecewise, []
    for call, count in sorted(kind.bench.count_calls(box, "seen", ["read", "pread64"]).items()):
        for number in scale.some(spread(count), 6):
            for rest in ["", "+"]:
                trials.append(error_trial(kind, box, "seen", call, "EIO", f"{number}{rest}"))
    kind.all(trials)


def spread(count):
    """Every early occurrence, ever fewer of the later ones, and the last."""
    places, number = set(range(1, min(count, 16) + 1)), 16.0
    while number < count:
        places.add(int(number))
        number *= 1.25
    return sorted(places | {count})


def error_trial(kind, box, after, call, error, when):
    what = f"{error} of {call}"

    def judge(done):
        judge_end(kind, done, call, f"{what} at {when}")

    disturb = kind.inject(f"{call}:error={error}:when={when}", judge)
    return lambda: kind.trial(box, after, disturb, what)


def judge_end(kind, done, call, what):
    """However it ended, it must have said why; and it must have ended by itself."""
    status, said = done.returncode, done.stderr
    if status == 127 and "loading shared libraries" in said:
        kind.count("ended: not started by the system's loader")
    elif status in (0, 2):
        kind.count("ended: went on")
    elif status < 0 and call == "mmap":
        # Nobody can go on without memory: the same as a kill.
        kind.count("ended: without memory")
    else:
        kind.count("ended: gave up and said so")
        told = call == "write" or re.search(r"^error: .{10}", said, re.M)
        kind.expect(status in (1, 3, 4) and told, what, f"ended with {status}: {said[:300]!r}")


def full(kind, boxes, scale):
    """A disk of the database that fills up, and one of the archive."""
    def trial(size):
        with Disk(kind.bench.folder, f"size={size}k") as disk:
            home = kind.bench.fresh(boxes.middle)
            (home / "data").symlink_to(disk.path)
            full_trial(kind, home, boxes.middle, disk)

    def archive_trial(size):
        with Disk(kind.bench.folder, f"size={size}k") as disk:
            home = kind.bench.fresh(boxes.middle)
            shutil.move(home / "archive", disk.path / "archive")
            (home / "archive").symlink_to(disk.path / "archive")
            full_trial(kind, home, boxes.middle, disk)

    sizes = range(20, 500, 80 if scale.quick else 10)
    kind.all([lambda size=size: trial(size) for size in sizes])
    sizes = range(8, 150, 50 if scale.quick else 6)
    kind.all([lambda size=size: archive_trial(size) for size in sizes])


def full_trial(kind, home, box, disk):
    program = kind.bench.program_of(home)
    first = program.run("import", *kind.bench.arguments(home, "archive"))
    kind.count("full disks")
    if first.returncode not in (0, 2):
        kind.count("imports a full disk stopped")
        kind.expect(first.stderr.startswith("error: ") and first.returncode > 0, "full disk",
                    f"{first.returncode} {first.stderr[:300]}")
    elif "cannot be moved" in first.stderr:
        kind.count("imports that left mail where it was")
    disk.remount("size=64m")
    kind.sound(program, "full disk", "after the fault")
    kind.settle(home, box, "archive", "full disk")
    shutil.rmtree(home)


def read_only(kind, boxes, scale):
    """A database or a mailbox that cannot be written."""
    bench = kind.bench
    with Disk(bench.folder, "size=64m") as disk:
        home = bench.fresh(boxes.small)
        (home / "data").symlink_to(disk.path)
        program = bench.program_of(home)
        program.run("import", *bench.arguments(home, "keep"))
        disk.remount("ro")
        for verb, arguments in [("import", bench.arguments(home, "keep")), ("summary", ["--until", "latest"])]:
            done = program.run(verb, *arguments)
            kind.count("read-only databases")
            # An import says that it cannot write; a question needs to read and no more.
            refused = done.returncode == 4 and ("is not writable" in done.stderr or "Read-only" in done.stderr)
            kind.expect(refused if verb == "import" else done.returncode == 0,
                        "read-only database", f"{verb} {done.returncode} {done.stderr[:300]}")
        disk.remount("rw")
        shutil.rmtree(home)
    with Disk(bench.folder, "size=64m") as disk:
        home = bench.fresh(boxes.small)
        shutil.copytree(home / "mail", disk.path / "mail")
        shutil.rmtree(home / "mail")
        (home / "mail").symlink_to(disk.path / "mail")
        disk.remount("ro")
        first = bench.program_of(home).run("import", *bench.arguments(home, "seen"))
        kind.count("read-only mailboxes")
        kind.expect("cannot be moved" in first.stderr, "read-only mailbox", first.stderr[:300])
        disk.remount("rw")
        # Mails that are told of were not refused: they are moved now.
        again = bench.program_of(home).run("import", *bench.arguments(home, "seen"))
        kind.expect(again.returncode in (0, 2), "read-only mailbox", again.stderr[:300])
        kind.expect(state.of_maildir(home / "mail") == bench.reference(boxes.small, "seen")["mailbox"],
                    "read-only mailbox", "mails were not moved later")
        shutil.rmtree(home)


def other_disk(kind, boxes, scale):
    """Killed, or met by an error, while mails are copied to an archive on another disk."""
    calls = {"linkat": 24, "unlink": 24, "unlinkat": 24, "fsync": 24, "write": 24, "openat": 90}
    faults = [f"{call}:signal=KILL:when={number}" for call, count in calls.items()
              for number in scale.some(range(1, count + 1), 3)]
    for call, error in [("write", "ENOSPC"), ("write", "EIO"), ("fsync", "EIO"), ("openat", "EIO"),
                        ("openat", "EMFILE"), ("linkat", "EIO"), ("unlinkat", "EIO"), ("read", "EIO")]:
        for number in scale.some(range(1, calls.get(call, 90), 5 if call in ("openat", "read") else 1), 2):
            faults += [f"{call}:error={error}:when={number}{rest}" for rest in ["", "+"]]
    with Disk(kind.bench.folder, "size=64m") as disk:
        kind.all([lambda rule=rule: other_disk_trial(kind, boxes.small, disk, rule) for rule in faults])


def other_disk_trial(kind, box, disk, rule):
    home = kind.bench.fresh(box)
    archive = disk.path / home.name
    shutil.move(home / "archive", archive)
    (home / "archive").symlink_to(archive)
    what = f"other disk, {rule}"
    judge = None if "KILL" in rule else lambda done: judge_end(kind, done, rule.split(":")[0], what)
    program = kind.bench.program_of(home)
    kind.inject(rule, judge)(program, kind.bench.arguments(home, "archive", archive))
    kind.count("killed while copying to another disk" if "KILL" in rule else "errors while copying to another disk")
    kind.sound(program, what, "after the fault")
    kind.settle(home, box, "archive", what, archive)
    shutil.rmtree(archive)
    shutil.rmtree(home)


def vanishing(kind, boxes, scale):
    """Mail, or all of a mailbox, that is deleted while it is read."""
    def trial(number, moment, chosen):
        def run():
            home = kind.bench.fresh(boxes.middle)
            program = kind.bench.program_of(home)
            process = subprocess.Popen(
                program.command("import", *kind.bench.arguments(home, "seen")),
                stderr=subprocess.PIPE, text=True)
            time.sleep(moment)
            if number % 3 == 0:
                shutil.rmtree(home / "mail", ignore_errors=True)
            else:
                files = sorted(file for file in (home / "mail").rglob("*") if file.is_file())
                for file in chosen.sample(files, len(files) // 2):
                    file.unlink(missing_ok=True)
            _, said = process.communicate(timeout=60)
            kind.count("vanishing sources")
            kind.expect(process.returncode in (0, 1, 2, 3), "vanishing source", f"{process.returncode} {said[:300]}")
            look(kind, home)
            shutil.rmtree(home)
        return run

    def look(kind, home):
        program = kind.bench.program_of(home)
        if (home / "mail").exists():
            again = program.run("import", *kind.bench.arguments(home, "seen"))
            kind.expect(again.returncode in (0, 2), "vanishing source", again.stderr[:300])
            left = {file.name.split(":")[0] for file in (home / "mail").rglob("*") if file.is_file()}
            kind.expect(names(program.database) == left, "vanishing source", "a mail left was not read")
        if Path(program.database).exists():
            kind.sound(program, "vanishing source", "afterwards")
            kind.count("doubled reports", state.doubled(program.database))

    kind.all([trial(number, scale.chance.uniform(0, 0.05), scale.fork(number)) for number in range(scale.vanishing)])


def names(database):
    import sqlite3
    return {row[0].decode() for row in sqlite3.connect(database).execute("SELECT name FROM seen_mail")}


# What each needs of the machine.
KINDS = {
    "kills": (kills, []), "steps": (steps, ["strace"]), "errors": (errors, ["strace"]),
    "large": (large, ["strace"]),
    "full": (full, ["mount"]), "read-only": (read_only, ["mount"]),
    "other-disk": (other_disk, ["strace", "mount"]), "vanishing": (vanishing, []),
}
