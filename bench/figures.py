"""What is worked out from the runs of a result: medians, ratios, rates."""

from statistics import median

MEGABYTE = 1_000_000


def cpu(run):
    """Seconds of all cores together."""
    return run["user"] + run["sys"]


def wall(run):
    """Seconds on the clock."""
    return run["wall"]


def peak(run):
    """The most memory, in bytes."""
    return run["peak"]


def spread(stage, of=wall):
    """Median, least and most of a stage's runs."""
    values = [of(run) for run in stage["runs"]]
    return median(values), min(values), max(values)


def by_name(result):
    """The stages of a result by their names."""
    return {stage["name"]: stage for stage in result["stages"]}


def ratio(stage, baseline, of=wall):
    """The median of the ratios to the baseline, run by run: both were in the same weather."""
    pairs = zip(stage["runs"], baseline["runs"])
    ratios = [of(run) / of(base) for run, base in pairs if of(base)]
    return median(ratios) if ratios else None


def rates(stage, mailbox):
    """Reports, records and MB of XML a second, and bytes of database a record."""
    seconds = spread(stage)[0]
    return {
        "reports": mailbox["reports"] / seconds,
        "records": mailbox["records"] / seconds,
        "megabytes": mailbox["xml_bytes"] / MEGABYTE / seconds,
        "bytes": stage["database_bytes"] / mailbox["records"] if stage["database_bytes"] else None,
    }


def seconds(value):
    """Seconds with three figures, milliseconds below one second."""
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.3g} ms"


def between(stage, of=wall):
    """The median with the least and the most after it."""
    middle, least, most = spread(stage, of)
    if len(stage["runs"]) == 1:
        return seconds(middle)
    return f"{seconds(middle)} ({seconds(least)} to {seconds(most)})"


def megabytes(value, unseen=0):
    """Memory in MB; what is hidden by the measuring process itself is said so."""
    return f"{value / MEGABYTE:.0f}" if value > unseen else f"< {unseen / MEGABYTE:.0f}"


def times(value):
    """A ratio, or nothing."""
    return "" if value is None else f"{value:.2f}"


def count(value):
    """A whole number with commas, or nothing."""
    return "" if value is None else f"{value:,.0f}"
