#!/usr/bin/env python3
"""Hurts imports in every way a machine can, and compares what is left with an undisturbed run.

Everything is written below a temporary folder, which is gone afterwards."""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

sys.dont_write_bytecode = True

import mailbox  # noqa: E402
from disk import can_mount  # noqa: E402
from kinds import KINDS  # noqa: E402
from trial import Bench, Kind  # noqa: E402


class Scale:
    """How much of everything is done."""

    def __init__(self, options):
        self.quick, self.seed = options.quick, options.seed
        self.chance = random.Random(options.seed)
        self.kills = options.kills or (30 if options.quick else 500)
        self.vanishing = 6 if options.quick else 60

    def fork(self, number):
        return random.Random(f"{self.seed}-{number}")

    def some(self, range_, quick):
        """Everything, or for a quick run the ends and something between."""
        values = list(range_)
        if not self.quick or len(values) <= quick:
            return values
        return sorted({values[0], values[-1], *self.chance.sample(values, quick - 2)})


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(f"{name:11} {run.__doc__}" for name, (run, _) in KINDS.items()))
    parser.add_argument("program", type=Path)
    parser.add_argument("kinds", nargs="*", metavar="kind", help="the kinds of faults below; all unless named")
    parser.add_argument("--quick", action="store_true", help="a few of each in a minute")
    parser.add_argument("--kills", type=int, help="how many kills at random moments")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2, help="how many trials at a time")
    options = parser.parse_args()
    unknown = set(options.kinds) - set(KINDS)
    if unknown:
        parser.error(f"no such kind: {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory(prefix="dmarc-report-faults-") as folder:
        sys.exit(1 if run(options, Path(folder)) else 0)


def run(options, folder):
    """Runs the kinds asked for, and prints the figures of each as it ends; how many failed."""
    bench, scale = Bench(options.program.resolve(), folder, options.jobs), Scale(options)
    boxes = SimpleNamespace(
        small=mailbox.make(folder / "small", 12), middle=mailbox.make(folder / "middle", 60),
        # The third is XML as it is.
        piecewise=mailbox.make(folder / "piecewise", 5, large=11000),
        large=mailbox.make(folder / "large", 400 if options.quick else 2400, large=3000))
    there = {"strace": shutil.which("strace"), "mount": can_mount(folder)}
    total, failures, left_out = Counter(), 0, []
    for name in options.kinds or KINDS:
        function, needs = KINDS[name]
        missing = [need for need in needs if not there[need]]
        if missing:
            left_out.append(f"{name} (needs {' and '.join(missing)})")
            continue
        kind, began = Kind(name, bench), time.monotonic()
        function(kind, boxes, scale)
        report(f"{name}: {function.__doc__} {time.monotonic() - began:.0f} s", kind.figures, len(kind.failures))
        total.update(kind.figures)
        failures += len(kind.failures)
    failures += total["lost reports"] + total["doubled reports"]
    report("All together", total, failures)
    for text in left_out:
        print(f"NOT RUN: {text}")
    return failures


def report(title, figures, failures):
    print(title)
    for name, count in sorted(figures.items()):
        print(f"{count:9,} {name}")
    print(f"{failures:9,} failures", flush=True)


if __name__ == "__main__":
    main()
