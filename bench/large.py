"""Stores of years, made by copying a season back in time."""

import os
import subprocess
import sys

from mailboxes import DATA, ROOT

# How often the season's 1.5 million records are copied, over how many days: a year of 10 million
# and five years of 50 million, both with the same half a million in the last thirty days.
GROWN = {"year": (7, 365), "five-years": (33, 1825)}


def stores(season):
    """The paths of the stores, grown anew from the store of a season."""
    folder = DATA / "stores"
    folder.mkdir(parents=True, exist_ok=True)
    paths = [season]
    for name, numbers in GROWN.items():
        path = str(folder / f"{name}.sqlite")
        print(f"growing {os.path.basename(path)}", file=sys.stderr)
        grow = [sys.executable, str(ROOT / "bench" / "grow-store"), season, path]
        subprocess.run([*grow, *map(str, numbers)], check=True, stderr=subprocess.DEVNULL)
        paths.append(path)
    return paths
