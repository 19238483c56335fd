"""Writes docs/performance.md from a result: every figure of its tables comes from there."""

import re
import textwrap

import history
from figures import by_name, count, cpu, megabytes, peak, ratio, spread, times, wall
from mailboxes import ROOT
from tables import growth, markdown, questions, work

PAGE = ROOT / "docs" / "performance.md"

# The parts that people write: they stay as they are when the page is written again.
WRITTEN = {
    "profile": "To be written: a profile of the import.",
    "tried": "To be written.",
}

HEAD = """\
# Performance

How fast the program is, beside a C program that does the same work with nothing around it. The
tables are measured by `make bench` and put here by `bench/run --page`; only the profile and the list
of what was tried are written by hand. Machines differ, and most are shared: read the ratios, and
measure your own.

## How it was measured

{machine}

Every stage is a process of its own, started from nothing. The stages of a table ran in turn, one
after the other, {runs} after a warm-up that does not count, so that whatever else the machine did
fell on all of them alike. A figure is the median of its runs, a ratio the median of the ratios of
the runs that stood next to each other. Wall time is by the monotonic clock; CPU is user and system
time of all threads; peak memory is the most that was resident.

{unseen}

What the imports stored was compared with what the mailboxes hold: as many reports, records and
messages. Mails lay in the page cache; databases were new, on the same file system as the mails.

### The floor

The floor, in `bench/floor`, is a C program that does the same work with nothing around it: it reads
a Maildir, finds the part with the report, inflates it, has libxml2 parse it, takes every field out
and stores report, records, authentication results and a roll-up by day in SQLite. It checks little
and keeps less than the program does. Its best line has a parser on one core and a writer on the
other, 32 rows to a statement; a giant report is given to the parser in pieces. It is a floor for one
plain way of storing, not a law: what is stored only once need not be written again, and so an import
can go below it.

The stages before storing exist in the floor only. They say what reading, unpacking and parsing
cost at the least.

## Importing

{compared}
"""

QUERIES = """\
## Starting

{start}

## Asking

A question is a whole process: it starts, opens the database, answers for the last thirty days that
the store has, and ends. The largest domain is the one with the most records.

{stores}

{growth}
"""

COPIED = """\
The stores of years are one season copied back in time by `bench/grow-store`, copies overlapping:
real rows in real numbers, but the sources of a day are those of other days too, and the past is
denser than the window.
"""

END = """\
## Where the time goes

{profile}

## What changes did

One line for each change that moved a figure: what the import of M and of G took beside the floor,
the memory of M, and how long questions about all domains of M took. Where the floor's own time
differs, so did the machine.

{history}

## What was tried

{tried}

## Measuring it yourself

    make bench                        # S, M and G, and questions to M; bench/run -n 1 is quicker
    make bench-peers                  # parsedmarc too, installed by pip into bench/data
    bench/run --large                 # also L, GG, and stores of 10 and 50 million records
    bench/run --store FILE            # the questions to a database of yours, too
    bench/compare OLD NEW             # what became slower from one result to another
    bench/run --remember "a change"   # a line for it under "What changes did"
    bench/run --page                  # this page, from the newest result

`bench/generate` makes the mailboxes, the same for the same seed, and they are kept in `bench/data`.
The newest result is `bench/results/newest.json`.
"""


def write(result):
    """Writes the page from a result."""
    old = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    parts = [_head(result), *(_mailbox(result, name) for name in result["mailboxes"]),
             _queries(result), END.format(history=markdown(history.table()),
                                                **{name: _kept(old, name) for name in WRITTEN})]
    PAGE.write_text("\n".join(parts), encoding="utf-8")
    print(f"written: {PAGE.relative_to(ROOT)}")


def _head(result):
    machine = result["machine"]
    load = " ".join(map(str, machine["load"]))
    facts = (f"{result['program']} at {result['commit']}, {result['date']}, on "
             f"{machine['cores']} cores of {machine['cpu']} with {machine['memory'] / 1e9:.0f} GB, "
             f"Linux {machine['kernel']}; load {load} before and "
             f"{' '.join(map(str, result['load_at_end']))} after.")
    # A peer that takes minutes has fewer, and the page says so of it.
    runs = max(len(stage["runs"]) for stage in result["stages"])
    unseen = (f"A child starts within the measuring process, so a peak below "
              f"{megabytes(result['unseen_peak'])} MB cannot be seen.")
    peer = ", `parsedmarc` to `import`" if result["parsedmarc"] else ""
    compared = (f"× wall and × CPU are ratios to what the stage is compared with: `import` and "
                f"`import --jobs 1` to the floor's best line, `import, one core` to the floor on "
                f"one core{peer}. Bytes a record are those of the database.")
    return HEAD.format(machine=_filled(facts), unseen=_filled(unseen), compared=_filled(compared),
                       runs="once" if runs == 1 else f"{runs} times")


def _mailbox(result, name):
    facts = result["mailboxes"][name]
    lines = [
        f"### {name}: {facts['what']}", "",
        _filled(f"{count(facts['records'])} records, {count(facts['messages'])} messages, "
                f"{facts['xml_bytes'] / 1e6:.0f} MB of XML in "
                f"{facts['maildir_bytes'] / 1e6:.0f} MB of mail."), "",
        markdown(work(result, name)), "", *map(_filled, _sentences(result, name)), ""]
    return "\n".join(lines)


def _filled(text):
    return textwrap.fill(text, 100, break_long_words=False, break_on_hyphens=False)


def _sentences(result, name):
    stages = by_name(result)
    ours, floor = stages[f"{name}: import"], stages[f"{name}: floor, stored"]
    facts = result["mailboxes"][name]
    yield (f"The import takes {times(ratio(ours, floor))} times the floor's wall time and "
           f"{times(ratio(ours, floor, cpu))} times its CPU, with "
           f"{megabytes(spread(ours, peak)[0], result['unseen_peak'])} MB of memory at the most; a "
           f"record takes {ours['database_bytes'] / facts['records']:.0f} bytes of database, "
           f"{floor['database_bytes'] / facts['records']:.0f} in the floor's.")
    peer = stages.get(f"{name}: parsedmarc")
    if peer:
        runs = len(peer["runs"])
        yield ""
        yield (f"parsedmarc {result['parsedmarc']} was given the bare archives, was told to look "
               f"nothing up, and wrote JSON and CSV; it takes {times(ratio(peer, ours, wall))} "
               f"times as long as the import of the mails into a database"
               f"{', in the only run of it' if runs == 1 else f', in {runs} runs of it'}.")


def _queries(result):
    about = [f"- {label}: {count(facts['reports'])} reports over {count(facts['days'])} days, "
             f"{count(facts['window_records'])} records in the window, "
             f"{count(facts['bytes'] / 1e6)} MB" for label, facts in result["stores"].items()]
    text = QUERIES.format(start=markdown(questions(result, "start")), stores="\n".join(about),
                          growth=markdown(growth(result)))
    return f"{text}\n{COPIED}" if len(about) > 1 else text


def _kept(old, name):
    """A part that people write, with its marks, as it is in the page now."""
    found = re.search(f"<!-- {name} -->.*?<!-- /{name} -->", old, re.DOTALL)
    return found.group() if found else f"<!-- {name} -->\n{WRITTEN[name]}\n<!-- /{name} -->"
