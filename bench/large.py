"""Stores of years, made by copying a quarter of a year back in time."""

import os
import subprocess
import sys

from mailboxes import DATA, ROOT

# A quarter has 2.5 million records: a year 10 million, five years 50 million.
TIMES = {"year": 4, "five-years": 20}


def stores(quarter):
    """The paths of the stores, grown anew from the store of a quarter of a year."""
    folder = DATA / "stores"
    folder.mkdir(parents=True, exist_ok=True)
    paths = [(str(folder / f"{name}.sqlite"), times) for name, times in TIMES.items()]
    for path, times in paths:
        print(f"growing {os.path.basename(path)}", file=sys.stderr)
        grow = [sys.executable, str(ROOT / "bench" / "grow-store"), quarter, path, str(times)]
        subprocess.run(grow, check=True, stderr=subprocess.DEVNULL)
    return [quarter, *(path for path, _ in paths)]
