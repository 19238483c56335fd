"""The tables that are printed and put in the page."""

from figures import (
    between, by_name, count, cpu, megabytes, peak, rates, ratio, seconds, spread, times)

WORK = ["stage", "wall, median (least to most)", "CPU", "× wall", "× CPU", "reports/s", "records/s",
        "MB of XML/s", "peak MB", "bytes a record"]
QUESTIONS = ["stage", "wall, median (least to most)", "CPU", "peak MB"]


def work(result, group):
    """The stages over one mailbox."""
    stages, unseen = by_name(result), result["unseen_peak"]
    rows = [_work_row(stage, stages, result["mailboxes"][group], unseen)
            for stage in stages.values() if stage["mailbox"] == group]
    return [WORK, *rows]


def _work_row(stage, stages, mailbox, unseen):
    base = stages.get(stage["baseline"])
    nothing_new = stage["name"].endswith("nothing new")
    rate = None if nothing_new else rates(stage, mailbox)
    if rate and mailbox["reports"] == 1:
        rate["reports"] = None
    return [
        stage["name"].split(": ", 1)[1],
        between(stage),
        seconds(spread(stage, cpu)[0]),
        times(ratio(stage, base)) if base else "",
        times(ratio(stage, base, cpu)) if base else "",
        *([count(rate[key]) for key in ("reports", "records", "megabytes")] if rate else [""] * 3),
        megabytes(spread(stage, peak)[0], unseen),
        count(rate["bytes"]) if rate else "",
    ]


def questions(result, label):
    """The stages with a label that read no mailbox."""
    unseen = result["unseen_peak"]
    rows = [
        [stage["name"].split(": ", 1)[1], between(stage), seconds(spread(stage, cpu)[0]),
         megabytes(spread(stage, peak)[0], unseen)]
        for stage in result["stages"] if stage["name"].startswith(f"{label}: ")
    ]
    return [QUESTIONS, *rows]


def growth(result):
    """Every question over every store, side by side."""
    stages, labels = by_name(result), list(result["stores"])
    titles = [name.split(": ", 1)[1] for name in stages if name.startswith(f"{labels[0]}: ")]
    rows = [[title, *(between(stages[f"{label}: {title}"]) for label in labels)]
            for title in titles]
    return [["wall, median (least to most)", *labels], *rows]


def markdown(table):
    """A table as the page has it."""
    head, *rows = table
    rule = ["---"] + ["--:"] * (len(head) - 1)
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, rule, *rows])


def plain(table):
    """A table as a terminal has it."""
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    return "\n".join(
        "  ".join([row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:]))])
        for row in table)
