"""Runs commands and takes down what they cost."""

import os
import platform
import resource
import subprocess
import time


class Failed(Exception):
    """A command that did not end as it should."""


def measure(command, cores=None, statuses=(0,), output=os.devnull):
    """Runs a command and returns its wall, user and system seconds and its peak of memory."""
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        _become(command, cores, output)
    _, status, usage = os.wait4(child, 0)
    wall = time.monotonic() - started
    if os.waitstatus_to_exitcode(status) not in statuses:
        raise Failed(f"status {os.waitstatus_to_exitcode(status)}: {' '.join(command[:12])}")
    return {
        "wall": round(wall, 6),
        "user": round(usage.ru_utime, 6),
        "sys": round(usage.ru_stime, 6),
        "peak": usage.ru_maxrss * 1024,
    }


def _become(command, cores, output):
    try:
        if cores:
            os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
        sink = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        os.dup2(sink, 1)
        os.execvp(command[0], command)
    except OSError as error:
        os.write(2, f"{command[0]}: {error}\n".encode())
    finally:
        os._exit(127)


def own_peak():
    """A child starts as a copy of this process: no peak below this one can be seen."""
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
