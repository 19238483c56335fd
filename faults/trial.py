"""One disturbed import after the other, each compared with an undisturbed one."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import state


class Bench:
    """What all trials share: the program, a folder, and what undisturbed runs end in."""

    def __init__(self, program, folder, jobs):
        self.program, self.folder, self.jobs = program, Path(folder), jobs
        self.wanted, self.lock = {}, threading.Lock()

    def fresh(self, template, place=None):
        """A copy of a mailbox (by links: nobody writes into a message), and an empty archive."""
        home = Path(tempfile.mkdtemp(dir=place or self.folder))
        shutil.copytree(template, home / "mail", copy_function=os.link)
        for name in ["cur", "new", "tmp"]:
            (home / "archive" / name).mkdir(parents=True)
        return home

    def program_of(self, home):
        # The program makes the folder itself.
        return state.Program(self.program, home / "data" / "reports.sqlite")

    def arguments(self, home, after, archive=None):
        act = f"archive={archive or home / 'archive'}" if after == "archive" else after
        return ["--quiet", "--jobs", "2", "--after", act, home / "mail"]

    def found(self, home):
        return {"database": state.of_database(self.program_of(home).database, home),
                "mailbox": state.of_maildir(home / "mail"),
                "archive": state.of_maildir(home / "archive")}

    def reference(self, template, after):
        with self.lock:
            if (template, after) not in self.wanted:
                home = self.fresh(template)
                for _ in range(2):
                    self.program_of(home).run("import", *self.arguments(home, after))
                self.wanted[template, after] = self.found(home)
                shutil.rmtree(home)
            return self.wanted[template, after]

    def count_calls(self, template, after, calls):
        """How often each call is made by the thread that makes it most: strace counts by thread."""
        home = self.fresh(template)
        log = home / "trace"
        # A question mark: not every machine has every call.
        self.program_of(home).run("import", *self.arguments(home, after), before=[
            *STRACE, "-o", str(log), "-e", "trace=" + ",".join("?" + call for call in calls)])
        counts = Counter(re.findall(r"^(\d+) +(\w+)\(", log.read_text(errors="replace"), re.M))
        shutil.rmtree(home)
        most = Counter()
        for (_, call), count in counts.items():
            most[call] = max(most[call], count)
        return most


# The filter of the kernel lets all other calls pass without a stop.
STRACE = ["strace", "-f", "--seccomp-bpf", "-qq"]


class Kind:
    """A kind of fault: its trials, their figures, and what was not as it must be."""

    def __init__(self, name, bench):
        self.name, self.bench = name, bench
        self.figures, self.failures = Counter(), []
        self.lock = threading.Lock()
        for always in ["lost reports", "doubled reports"]:
            self.figures[always] = 0

    def count(self, name, number=1):
        with self.lock:
            self.figures[name] += number

    def expect(self, holds, what, text):
        if holds:
            return
        with self.lock:
            self.failures.append(f"{what}: {text}")
        print(f"FAILED {self.name}, {what}: {text}", flush=True)

    def all(self, trials):
        """Runs trials, some at a time; one that cannot even be run is a failure."""
        def one(trial):
            try:
                trial()
            except subprocess.TimeoutExpired as error:
                self.expect(False, "hang", f"{error}")
            except Exception as error:  # noqa: BLE001
                self.expect(False, "trial", f"{type(error).__name__}: {error}")
        with ThreadPoolExecutor(self.bench.jobs) as pool:
            list(pool.map(one, trials))

    def trial(self, template, after, disturb, what):
        """Disturbs one import, runs it again, compares."""
        bench = self.bench
        home = bench.fresh(template)
        program = bench.program_of(home)
        try:
            disturb(program, bench.arguments(home, after))
            self.count(what)
            self.sound(program, what, "after the fault")
            self.settle(home, template, after, what)
        finally:
            shutil.rmtree(home, ignore_errors=True)

    def sound(self, program, what, when):
        """What is there of the database must be sound; there may be nothing yet."""
        file = Path(program.database)
        if file.exists() and file.stat().st_size:
            fault = program.check()
            self.expect(fault is None, what, f"{when}: {fault}")

    def settle(self, home, template, after, what, archive=None):
        bench = self.bench
        program = bench.program_of(home)
        arguments = bench.arguments(home, after, archive)
        again = program.run("import", *arguments)
        self.expect(again.returncode in (0, 2), what, f"rerun: {again.returncode} {again.stderr[:300]}")
        # Mails that were moved away are forgotten by the next run.
        program.run("import", *arguments)
        self.sound(program, what, "after the rerun")
        found, wanted = bench.found(home), bench.reference(template, after)
        for name in wanted:
            self.expect(found[name] == wanted[name], what,
                        f"{name}: {difference(found[name], wanted[name])}")
        self.count("doubled reports", state.doubled(program.database))
        self.count("lost reports", max(0, wanted["database"]["reports"][0] - found["database"]["reports"][0]))

    def inject(self, rule, judge=None):
        """A disturbance by strace: a signal or an error at a call. `judge` sees how it ended."""
        def disturb(program, arguments):
            log = Path(tempfile.mkstemp(dir=self.bench.folder, prefix="trace-")[1])
            done = self.traced(log, rule, program.command("import", *arguments))
            text = log.read_text(errors="replace")
            log.unlink()
            if "(INJECTED)" in text or "killed by SIGKILL" in text:
                self.count("faults that hit")
            if judge and done:
                judge(done)
        return disturb

    def traced(self, log, rule, command):
        """Runs a command with a fault; none comes back of one that had to be killed."""
        command = [*STRACE, "-o", str(log), "-e", "trace=" + rule.split(":")[0], "-e", "inject=" + rule, *command]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                   start_new_session=True)
        # Whoever needs a thread, and there is no memory for its stack, waits for some.
        waits = rule.startswith("mmap:")
        try:
            output, errors = process.communicate(timeout=10 if waits else 120)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate(timeout=60)
            self.expect(waits, rule, "it hung, and was killed")
            self.count("ended: waited for memory, and was killed")
            return None
        return subprocess.CompletedProcess(command, process.returncode, output, errors)


def difference(found, wanted):
    if isinstance(found, dict):
        return {name: (found[name][0], wanted[name][0]) for name in found if found[name] != wanted[name]}
    return sorted(set(found) ^ set(wanted))[:4]
