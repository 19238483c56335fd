#!/usr/bin/env python3
"""Fuzzes the readers of what strangers send, each for FUZZ_SECONDS (60), FUZZ_JOBS (1) at a time.

`run.py xml` takes only one of them. An input that crashes a reader, hangs it for FUZZ_TIMEOUT (10)
seconds, leaks or takes more than a gigabyte ends its run and is kept in .build/findings."""

import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
BUILD = HERE / ".build"
TARGETS = ["xml", "json", "mail", "results", "zone"]
SECONDS = int(os.environ.get("FUZZ_SECONDS", 60))
JOBS = int(os.environ.get("FUZZ_JOBS", 1))
TIMEOUT = int(os.environ.get("FUZZ_TIMEOUT", 10))


def runtime():
    """libFuzzer without its own `main`, from clang's part of the Swift toolchain."""
    swift = shutil.which("swift")
    if not swift:
        sys.exit("error: swift is not in the path")
    libraries = Path(swift).resolve().parent.parent / "lib" / "clang"
    name = f"libclang_rt.fuzzer_no_main-{platform.machine()}.a"
    found = sorted(libraries.rglob(name))
    if not found:
        sys.exit(f"error: {name} is not below {libraries}: the fuzzer needs a Swift toolchain from "
                 "swift.org, which brings clang's runtime along")
    return found[0]


def build():
    flags = ["-c", "release", "--sanitize=address",
             "-Xswiftc", "-sanitize-coverage=edge,trace-cmp,inline-8bit-counters,pc-table",
             "-Xlinker", str(runtime()), "-Xlinker", "-lstdc++"]
    subprocess.run(["swift", "build", *flags], cwd=HERE, check=True)
    shown = subprocess.run(["swift", "build", *flags, "--show-bin-path"], cwd=HERE, check=True,
                           capture_output=True, text=True)
    return Path(shown.stdout.strip()) / "fuzz"


def fuzz(program, target, shared):
    """Runs one target to its end; whether it held, and its figures."""
    corpus, findings, log = BUILD / f"corpus-{target}", BUILD / "findings", BUILD / f"{target}.log"
    for folder in [corpus, findings]:
        folder.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, HERE / "seeds.py", target, corpus], check=True)
    # The backtracer of Swift would hang the fuzzer at the first crash.
    settings = {**os.environ, "FUZZ_TARGET": target, "FUZZ_FOLDER": shared, "SWIFT_BACKTRACE": "enable=no"}
    with open(log, "wb") as file:
        process = subprocess.Popen(
            [program, f"-max_total_time={SECONDS}", "-max_len=65536", f"-timeout={TIMEOUT}",
             "-rss_limit_mb=1024", f"-artifact_prefix={findings}/{target}-", "-print_final_stats=1", corpus],
            env=settings, stdout=file, stderr=file)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    text = log.read_text(errors="replace")
    print(figures(target, text, usage), flush=True)
    if process.returncode:
        print(f"FAILED {target}: ended with {process.returncode}, see {log}\n{text[-3000:]}", flush=True)
    return process.returncode == 0


def figures(target, text, usage):
    def last(pattern):
        found = re.findall(pattern, text)
        return int(found[-1]) if found else 0
    return (f"{target}: {last(r'number_of_executed_units: *([0-9]+)'):,} inputs, "
            f"{last(r'cov: ([0-9]+)'):,} edges and {last(r'ft: ([0-9]+)'):,} features covered, "
            f"{last(r'peak_rss_mb: *([0-9]+)')} MiB at most, "
            f"{usage.ru_utime + usage.ru_stime:.0f} s of processor")


def main():
    program = build()
    began = time.monotonic()
    room = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="dmarc-report-fuzz-", dir=room) as shared:
        with ThreadPoolExecutor(JOBS) as pool:
            held = list(pool.map(lambda target: fuzz(program, target, shared), sys.argv[1:] or TARGETS))
    print(f"{held.count(False)} of {len(held)} readers failed, {time.monotonic() - began:.0f} s")
    sys.exit(0 if all(held) else 1)


if __name__ == "__main__":
    main()
