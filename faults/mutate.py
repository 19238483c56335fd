#!/usr/bin/env python3
"""Changes reports at random, byte by byte, token by token, element by element, and imports them
between reports that were left alone: whose numbers must not move, whatever stands beside them."""

import argparse
import gzip
import json
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import mailbox

SAMPLES = Path(__file__).parent.parent / "samples" / "single"
TOKEN = re.compile(rb"<[^<>]*>|[^<>]+")
WORDS = [b"", b"0", b"-1", b"1e9", b"99999999999999999999", b"9223372036854775807", b"2147483648", b"\0",
         b"\xff\xfe", b"\xc3", b"&amp;", b"&#0;", b"&x;", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<?x", b"?>",
         b"pass", b"fail", b"none", b"reject", b"<>", b"a@b@c", b"[::1]", b"1.2.3.4.5", b"::", b"fe80::1%eth0",
         b"xn--\xff", b"\xe2\x80\xae", b"\x1b[2J", b"=1+1", b"A" * 70000, b"."*300, b" \n\t ", b"1.5", b"0x10",
         b'<?xml version="1.0" encoding="UTF-16"?>', b'<?xml version="1.0" encoding="x"?>', b"../../etc/passwd"]


class Mutator:
    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.xml = [path.read_bytes() for path in sorted(SAMPLES.glob("*.xml"))]
        self.xml.append(mailbox.report(5, 4)[0])
        self.others = [path.read_bytes() for path in sorted(SAMPLES.iterdir()) if path.suffix != ".xml"]

    def next(self):
        """A mutated input."""
        kind = self.chance.random()
        if kind < 0.3:
            return self.bytes(self.chance.choice(self.xml + self.others))
        text = self.chance.choice(self.xml)
        for _ in range(self.chance.choice([1, 1, 2, 5])):
            text = self.tokens(text) if kind < 0.65 else self.structure(text)
        return gzip.compress(text, 1) if kind > 0.9 else text

    def bytes(self, data):
        data = bytearray(data)
        for _ in range(self.chance.choice([1, 1, 2, 4, 16])):
            place = self.chance.randrange(len(data) or 1)
            match self.chance.randrange(5):
                case 0: data[place:place + 1] = bytes([self.chance.randrange(256)])
                case 1: del data[place:place + self.chance.choice([1, 2, 8, 100])]
                case 2: data[place:place] = self.chance.choice(WORDS)
                case 3: data[place:place + 1] = bytes([(data[place] if place < len(data) else 0) ^ 1 << self.chance.randrange(8)])
                case 4: del data[place:]
        return bytes(data)

    def tokens(self, text):
        tokens = TOKEN.findall(text)
        if not tokens:
            return text
        place, other = self.chance.randrange(len(tokens)), self.chance.randrange(len(tokens))
        match self.chance.randrange(6):
            case 0: tokens[place] = self.chance.choice(WORDS)
            case 1: del tokens[place]
            case 2: tokens[place], tokens[other] = tokens[other], tokens[place]
            case 3: tokens.insert(place, tokens[other])
            case 4: tokens[place] = tokens[place].swapcase()
            case 5: tokens[place] = self.bytes(tokens[place])
        return b"".join(tokens)

    def structure(self, text):
        """Moves, drops, doubles or nests a whole element."""
        names = re.findall(rb"<([a-z_]+)>", text)
        if not names:
            return self.bytes(text)
        name = self.chance.choice(names)
        found = re.search(b"<%s>.*?</%s>" % (name, name), text, re.S)
        if not found:
            return text
        element, rest = found.group(), text[:found.start()] + text[found.end():]
        places = [match.start() for match in re.finditer(rb"<", rest)] or [0]
        place = self.chance.choice(places)
        match self.chance.randrange(5):
            case 0: return rest
            case 1: return rest[:place] + element + rest[place:]
            case 2: return text.replace(element, element * self.chance.choice([2, 3, 50]), 1)
            case 3: return text.replace(element, b"<%s>" % name + element + b"</%s>" % name, 1)
            case _: return text.replace(element, re.sub(rb">[^<]*<", b">" + self.chance.choice(WORDS) + b"<", element, count=1), 1)


def siblings_of(database):
    """What is known of the reports that were left alone, record by record."""
    with sqlite3.connect(database) as connection:
        reports = connection.execute(
            "SELECT reporter, report_id, records, messages, left_out, deviations FROM reports "
            "WHERE report_id GLOB 'r9[0-9][0-9][0-9][0-9][0-9]' ORDER BY 1, 2").fetchall()
        records = connection.execute(
            "SELECT r.reporter, r.source, r.messages, r.header_from, r.dkim_aligned, r.spf_aligned, "
            "r.dkim_recomputed, r.spf_recomputed FROM records r JOIN reports p ON p.report = r.report "
            "WHERE p.report_id GLOB 'r9[0-9][0-9][0-9][0-9][0-9]' ORDER BY 1, 2, 3, 4, 5, 6, 7, 8").fetchall()
    return reports, records


def batch(program, mutants, siblings, folder, mbox):
    """Imports mutants with siblings between them; the program's answer and the database."""
    inputs, database = folder / "inputs", folder / "reports.sqlite"
    inputs.mkdir()
    for number, mutant in enumerate(mutants):
        (inputs / f"m{number:05}").write_bytes(mutant)
    for number, sibling in enumerate(siblings):
        (inputs / f"m{number * len(mutants) // len(siblings):05}-sibling{number}").write_bytes(sibling)
    done = subprocess.run([program, "import", "--jobs", "2", "--database", database, inputs],
                          capture_output=True, timeout=600)
    return done, database


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=Path)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=1000)
    parser.add_argument("--keep", type=Path, help="where a batch that failed is kept")
    options = parser.parse_args()
    program, mutator = options.program.resolve(), Mutator(options.seed)
    siblings = [mailbox.mail(900000 + number, 4) for number in range(10)]
    figures, failures, began = Counter(), 0, time.monotonic()
    with tempfile.TemporaryDirectory(prefix="dmarc-report-mutants-") as home:
        alone = Path(home) / "alone"
        alone.mkdir()
        wanted = siblings_of(batch(program, [b"<"], siblings, alone, False)[1])
        assert len(wanted[0]) == len(siblings), wanted
        for start in range(0, options.count, options.batch):
            mutants = [mutator.next() for _ in range(min(options.batch, options.count - start))]
            folder = Path(home) / "batch"
            folder.mkdir()
            done, database = batch(program, mutants, siblings, folder, False)
            found = siblings_of(database) if database.exists() else None
            fault = None
            if done.returncode not in (0, 2):
                fault = f"ended with {done.returncode}: {done.stderr[-300:]}"
            elif found != wanted:
                fault = "the numbers of a report that was left alone moved"
            else:
                counts = told(database)
                figures.update(counts)
                items = counts["items"]
                # An mbox counts by mail.
                if items < len(mutants) + len(siblings):
                    fault = f"{items} inputs of {len(mutants) + len(siblings)} were accounted for"
                check = subprocess.run([program, "check", "--database", database], capture_output=True)
                if check.returncode:
                    fault = f"check: {check.stdout} {check.stderr}"
                fault = fault or unexplained(database, folder / "inputs")
            if fault:
                failures += 1
                print(f"FAILED batch {start}: {fault}", flush=True)
                if options.keep:
                    shutil.copytree(folder, options.keep / str(start), dirs_exist_ok=True)
            shutil.rmtree(folder)
    figures["mutants"] = options.count
    for name, count in sorted(figures.items()):
        print(f"{count:9} {name}")
    print(f"{failures:9} failures, {time.monotonic() - began:.0f} s")
    sys.exit(1 if failures else 0)


def told(database):
    """What the run counted."""
    with sqlite3.connect(database) as connection:
        summary = json.loads(connection.execute("SELECT summary FROM run").fetchone()[0])
    flat = Counter()
    for name, value in summary.items():
        if isinstance(value, dict):
            flat.update({f"{name}: {kind}": count for kind, count in value.items()})
        else:
            flat[name] = value
    return flat


def unexplained(database, inputs):
    """A problem without a reason, or with one that only a defect of the program gives."""
    with sqlite3.connect(database) as connection:
        for name, reason, detail in connection.execute("SELECT input, reason, detail FROM problem"):
            if not reason or not detail or reason == "internal":
                return f"{name}: {reason} {detail}"
    return None


if __name__ == "__main__":
    main()
