"""One line for each change worth remembering: what it did to the figures that matter most."""

import csv

from figures import by_name, cpu, megabytes, peak, ratio, seconds, spread, times
from mailboxes import ROOT

FILE = ROOT / "bench" / "results" / "history.csv"
HEAD = ["date", "commit", "change", "floor", "import", "cpu", "giant", "peak", "summary",
        "readiness"]


def remember(result, change):
    """Adds a line for a result, and says in a few words what had changed before it."""
    lines = [*_lines(), dict(zip(HEAD, _line(result, change)))]
    with open(FILE, "w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, HEAD, lineterminator="\n")
        out.writeheader()
        out.writerows(lines)


def table():
    """The lines as a table of the page."""
    head = ["change", "date", "commit", "floor over M", "× wall", "× CPU", "G: × wall",
            "peak MB of M", "summary", "readiness"]
    order = ["change", "date", "commit", *HEAD[3:]]
    return [head, *([line[name] for name in order] for line in _lines())]


def _lines():
    if not FILE.exists():
        return []
    with open(FILE, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _line(result, change):
    stages = by_name(result)
    floor, ours = stages["M: floor, stored"], stages["M: import"]
    giant = ratio(stages["G: import"], stages["G: floor, stored"])
    label = f"{result['mailboxes']['M']['records']:,} records"
    asked = [seconds(spread(stages[f"{label}: {question}, all domains"])[0])
             for question in ("summary", "readiness")]
    return [result["date"][:10], result["commit"], change, seconds(spread(floor)[0]),
            times(ratio(ours, floor)), times(ratio(ours, floor, cpu)), times(giant),
            megabytes(spread(ours, peak)[0]), *asked]
