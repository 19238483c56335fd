"""Runs commands and takes down what they cost."""

import contextlib
import os
import platform
import resource
import subprocess
import tempfile
import time


class Failed(Exception):
    """A command that did not end as it should."""


def measure(command, cores=0, statuses=(0,)):
    """Runs a command and returns its wall, user and system seconds and its peak of memory."""
    with tempfile.TemporaryFile() as said, _held_to(cores):
        outputs = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
                   (os.POSIX_SPAWN_DUP2, said.fileno(), 2)]
        started = time.monotonic()
        # Not by fork: copying this process takes three milliseconds, and a start takes fifteen.
        child = os.posix_spawnp(command[0], command, os.environ, file_actions=outputs)
        _, status, usage = os.wait4(child, 0)
        wall = time.monotonic() - started
        _check(command, os.waitstatus_to_exitcode(status), statuses, said)
    return {
        "wall": round(wall, 6),
        "user": round(usage.ru_utime, 6),
        "sys": round(usage.ru_stime, 6),
        "peak": usage.ru_maxrss * 1024,
    }


def _check(command, status, statuses, said):
    if status not in statuses:
        said.seek(0)
        last = said.read().decode(errors="replace").strip()[-2000:]
        raise Failed(f"status {status}: {' '.join(command[:12])}\n{last}")


@contextlib.contextmanager
def _held_to(cores):
    """Has this process, and who it starts, on so many cores; 0: on all that it has."""
    all_of_them = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(all_of_them)[:cores or None])
    try:
        yield
    finally:
        os.sched_setaffinity(0, all_of_them)


def own_peak():
    """A child starts within this process: no peak below its own can be seen."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def machine():
    """What the figures were taken on."""
    return {
        "cpu": _processor(),
        "cores": len(os.sched_getaffinity(0)),
        "memory": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        "kernel": platform.release(),
        "load": [round(value, 2) for value in os.getloadavg()],
    }


def _processor():
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def text_of(command):
    """The first line a command prints, or nothing."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip().split("\n")[0]
