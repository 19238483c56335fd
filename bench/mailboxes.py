"""The mailboxes that are imported, and the floor they are measured against: made once, then kept."""

import itertools
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("BENCH_DATA") or ROOT / "bench" / "data").resolve()

BENCH = ROOT / "bench"

# What the generator is told, and what the page says of it.
MAILBOXES = {
    "S": (["1000"], "1,000 mails"),
    "M": (["20000", "--big", "3"], "20,000 mails, three of them with more than 10,000 records"),
    "G": (["1", "--records", "200000"], "one report of 200,000 records"),
    "Y": (["65000", "--big", "10"], "65,000 mails, the season that stores of years are made of"),
    "L": (["200000"], "200,000 mails"),
    "GG": (["1", "--records", "2000000"], "one report of 2,000,000 records"),
}
LIBRARIES = "-lxml2 -lz -lsqlite3 -lpthread -I/usr/include/libxml2".split()


def floor():
    """The path of the floor, built anew where its sources are newer."""
    program, sources = DATA / "floor", sorted((BENCH / "floor").glob("*.c"))
    newest = max(file.stat().st_mtime for file in (BENCH / "floor").iterdir())
    if not program.exists() or program.stat().st_mtime < newest:
        DATA.mkdir(parents=True, exist_ok=True)
        _say("building the floor")
        subprocess.run(["gcc", "-O2", *map(str, sources), "-o", str(program), *LIBRARIES], check=True)
    return program


def mailbox(name):
    """Makes the mailbox when it is not there yet; returns its Maildir and what is true of it."""
    place = DATA / name
    if not (place / "truth.json").exists():
        shutil.rmtree(place, ignore_errors=True)
        _say(f"making mailbox {name}: {MAILBOXES[name][1]}")
        command = [sys.executable, str(BENCH / "generate"), str(place), *MAILBOXES[name][0]]
        subprocess.run(command, check=True)
    truth = json.loads((place / "truth.json").read_text(encoding="utf-8"))
    kept = ("reports", "records", "messages", "xml_bytes", "maildir_bytes")
    return place / "maildir", {"what": MAILBOXES[name][1], **{key: truth[key] for key in kept}}


def half(maildir):
    """A Maildir with every second mail of another, as links to them."""
    place, making = maildir.parent / "half", maildir.parent / "half-made"
    if not place.exists():
        shutil.rmtree(making, ignore_errors=True)
        for folder in ("cur", "new", "tmp"):
            (making / folder).mkdir(parents=True)
            # Not as a list: the memory of this process hides that of the programs it measures.
            for mail in itertools.islice(os.scandir(maildir / folder), 0, None, 2):
                os.link(mail.path, making / folder / mail.name)
        making.rename(place)
    return place


def _say(text):
    print(text, file=sys.stderr, flush=True)
