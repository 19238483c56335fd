#!/usr/bin/env python3
"""Inputs that are small and want to be large: each must be refused or read within bounds, and the
report beside it must be read."""

import argparse
import base64
import gzip
import io
import itertools
import resource
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from pathlib import Path

import mailbox
import state

HEAD = (b'<?xml version="1.0"?><feedback><report_metadata><org_name>a.example</org_name>'
        b'<email>a@a.example</email><report_id>%s</report_id><date_range><begin>1790812800</begin>'
        b'<end>1790899199</end></date_range></report_metadata><policy_published>'
        b'<domain>example.com</domain><p>none</p></policy_published>')
MAIL = b"From: a@a.example\r\nSubject: Report Domain: example.com\r\nMIME-Version: 1.0\r\n"
MIB = 1 << 20


def head(name):
    return HEAD % name.encode()


def packed(pieces, level=9, wbits=31):
    """A gzip stream of pieces that are never all in memory."""
    packer = zlib.compressobj(level, zlib.DEFLATED, wbits)
    for piece in pieces:
        yield packer.compress(piece)
    yield packer.flush()


def repeated(piece, count, before=b"", after=b""):
    yield before
    block = piece * max(1, MIB // len(piece))
    per_block = len(block) // len(piece)
    for _ in range(count // per_block):
        yield block
    yield piece * (count % per_block)
    yield after


def zip_of(members):
    """A zip archive; `members` are names with pieces."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, pieces in members:
            with archive.open(name, "w", force_zip64=True) as member:
                for piece in pieces:
                    member.write(piece)
    return out.getvalue()


def overlapping_zip(count, size):
    """Many entries of the directory that all mean the same member, of blanks."""
    return zip_of_same(count, b"".join(repeated(b" ", size)))


def zip_of_same(count, plain, method=8):
    """Many entries of the directory that all mean the same member."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packer.compress(plain) + packer.flush()
    crc, size = zlib.crc32(plain), len(plain)
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 0, crc, len(data), size, 1, 0) + b"a"
    entries = b"".join(
        struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, method, 0, 0, crc, len(data), size, 1,
                    0, 0, 0, 0, 0, 0) + b"a" for _ in range(count))
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, len(entries), len(local + data), 0)
    return local + data + entries + end


def zip_of_alike(bits):
    """Empty members, two to the power of `bits`, whose names have one hash in libzip (h * 33 + c)."""
    names = ["".join(name).encode() for name in itertools.product(("Ez", "FY"), repeat=bits)]
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0) + b"x"
    entries = b"".join(
        struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 45, 45, 0, 0, 0, 0, 0, 0, 0, len(name),
                    0, 0, 0, 0, 0, 0) + name for name in names)
    end64 = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, len(names), len(names), len(entries), len(local))
    locator = struct.pack("<IIQI", 0x07064B50, 0, len(local + entries), 1)
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return local + entries + end64 + locator + end


def layers(data, count):
    for _ in range(count):
        data = gzip.compress(data, 1)
    return data


def zip_layers(data, count):
    for number in range(count):
        data = zip_of([(f"{number}.zip", [data])])
    return data


def attachment(name, data):
    return (b'--b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n'
            b'Content-Disposition: attachment; filename="%s"\r\n\r\n%s\r\n'
            % (name.encode(), base64.encodebytes(data)))


def mail_of(*attachments):
    return (MAIL + b'Content-Type: multipart/mixed; boundary=b\r\n\r\n' + b"".join(attachments)
            + b"--b--\r\n")


def bombs(full):
    """Name, pieces, and what must come of it: refused, read or either."""
    big = 3072 if full else 24  # MiB of blanks
    many = 10 if full else 1
    yield "gzip-blanks.xml.gz", packed(repeated(b" ", big * MIB, head("g"), b"</feedback>")), "refused"
    yield "gzip-text.xml.gz", packed(repeated(b"a", big * MIB, head("t") + b"<x>", b"</x></feedback>")), "refused"
    yield "zip-blanks.zip", [zip_of([("a.xml", repeated(b" ", big * MIB, head("z"), b"</feedback>"))])], "refused"
    yield "zip-members.zip", [zip_of([(f"{i}.xml", repeated(b" ", MIB, head(f"m{i}"))) for i in range(200)])], "refused"
    yield "zip-overlapping.zip", [overlapping_zip(900, 8 * MIB if full else MIB // 4)], "refused"
    yield "zip-crowd.zip", [overlapping_zip(60000, 10)], "refused"
    yield "zip-alike.zip", [zip_of_alike(17 if full else 12)], "refused" if full else "either"
    some = 1000 if full else 100
    yield "zip-of-reports.zip", [zip_of_same(some, zip_of_same(some, mailbox.report(70002, 1)[0]))], "many"
    yield "zip-of-refusals.zip", [zip_of_same(some, zip_of_same(some, b"<a", 12))], "refused"
    yield "gzip-layers.gz", [layers(head("l") + b"</feedback>", 30)], "refused"
    yield "zip-layers.zip", [zip_layers(head("k") + b"</feedback>", 30)], "refused"
    yield "gzip-members.gz", [gzip.compress(b"<feedback>") + gzip.compress(b" ") * (100000 * many)], "refused"
    yield "gzip-empty-members.gz", [gzip.compress(b"") * (100000 * many)], "refused"
    laughs = b"".join(b'<!ENTITY e%d "%s">' % (i + 1, b"&e%d;" % i * 10) for i in range(20))
    yield "laughs.xml", [b'<!DOCTYPE feedback [<!ENTITY e0 "ha">' + laughs + b"]><feedback>&e20;</feedback>"], "refused"
    text = b"a" * 100000
    yield "quadratic.xml", [b'<!DOCTYPE feedback [<!ENTITY e "' + text + b'">]><feedback>' + b"&e;" * 100000 + b"</feedback>"], "refused"
    yield "file.xml", [b'<!DOCTYPE feedback [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + head("f").replace(b"a.example<", b"&e;<") + b"</feedback>"], "refused"
    yield "attributes.xml", [b"<feedback " + b" ".join(b'a%d=""' % i for i in range(100000 * many)) + b"/>"], "refused"
    yield "namespaces.xml", [b"<feedback " + b" ".join(b'xmlns:a%d="u:%d"' % (i, i) for i in range(20000 * many)) + b"/>"], "refused"
    prefix = head("p").replace(b"<feedback>", b'<feedback xmlns:x="' + b"u" * 60000 + b'">')
    yield "namespace-long.xml.gz", packed(repeated(b"<x:a/>", 400000 * many, prefix, b"</feedback>")), "either"
    yield "attribute-long.xml", repeated(b"a", 20 * many * MIB, b'<feedback a="', b'"/>'), "refused"
    yield "name-long.xml", repeated(b"a", 20 * many * MIB, b"<feedback><", b"/></feedback>"), "refused"
    yield "comment-long.xml.gz", packed(repeated(b"a", 20 * many * MIB, head("c") + b"<!--", b"--></feedback>")), "either"
    yield "records-empty.xml.gz", packed(repeated(b"<record/>", 1000000 * many, head("e"), b"</feedback>")), "either"
    yield "elements-unknown.xml.gz", packed(repeated(b"<x/>", 1000000 * many, head("u"), b"</feedback>")), "either"
    results = b"<dkim><domain>a.example</domain><result>pass</result></dkim>"
    yield "results.xml.gz", packed(repeated(results, 100000 * many, head("d") + b"<record><auth_results>", b"</auth_results></record></feedback>")), "refused"
    yield "errors.xml.gz", packed(repeated(b"<error>a</error>", 100000 * many, head("r").replace(b"</report_metadata>", b""), b"</report_metadata></feedback>")), "either"
    yield "deep.xml", [b"<a>" * (100000 * many)], "refused"
    yield "deep-feedback.xml.gz", packed(repeated(b"<a>", 1000000 * many, head("n"))), "refused"
    yield "parts.eml", [MAIL + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\na\r\n" * 100000 + b"--b--\r\n"], "refused"
    nested = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (i, i) for i in range(10000 * many))
    yield "parts-deep.eml", [MAIL + nested], "refused"
    inner = b"Content-Type: message/rfc822\r\n\r\n" * (10000 * many)
    yield "messages-deep.eml", [MAIL + inner], "refused"
    yield "header-lines.eml", repeated(b"X: y\r\n", 1000000 * many, MAIL, b"\r\nhello"), "refused"
    part = MAIL + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
    yield "part-fields.eml", repeated(b"X: y\r\n", 1000000 * many, part, b"\r\nhello"), "refused"
    yield "attached-fields.eml", repeated(b"X: y\r\n", 1000000 * many, part + b"Content-Type: message/rfc822\r\n\r\n", b"\r\nhello"), "refused"
    yield "parameters.eml", repeated(b";a=", 1000000 * many, part + b"Content-Type: text/plain", b"\r\n\r\nhello\r\n--b--\r\n"), "refused"
    yield "addresses.eml", repeated(b"a@b,", 1000000 * many, part + b"Content-Type: message/rfc822\r\n\r\nTo: ", b"a@b\r\n\r\nhello"), "refused"
    blanks = part + b"Content-Type: " + b" " * 300000 + b"message/rfc822\r\n\r\n"
    yield "type-hidden.eml", repeated(b"X: y\r\n", 1000000 * many, blanks, b"\r\nhello"), "refused"
    yield "parts-endless.eml", repeated(b"--b\r\n\r\na\r\n", 1000000 * many, part, b"\r\n--b--\r\n"), "refused"
    yield "header-long.eml", repeated(b"a", 20 * many * MIB, MAIL + b"Authentication-Results: mx.example.com; ", b"\r\n\r\nhello"), "refused"
    yield "comments.eml", repeated(b"(", 10 * many * MIB, MAIL + b"Authentication-Results: mx.example.com; dmarc=pass ", b"\r\n\r\nhello"), "refused"
    yield "line-long.xml", repeated(b"a", (1024 if full else 32) * MIB, head("o") + b"<x>", b"</x></feedback>"), "either"
    yield "line-long.eml", repeated(b"a", (1024 if full else 32) * MIB, MAIL + b"\r\n"), "refused"
    yield "base64-layers.eml", [mail_of(attachment("r.gz", base64.b64encode(base64.b64encode(base64.b64encode(base64.b64encode(base64.b64encode(gzip.compress(head("b")))))))))], "refused"
    good = gzip.compress(mailbox.report(70001, 3)[0])
    bomb = b"".join(packed(repeated(b" ", big * MIB, head("h"))))
    yield "beside.eml", [mail_of(attachment("bomb.gz", bomb), attachment("good.xml.gz", good))], "beside"
    if full:
        yield "sparse-mail.eml", None, "refused"


class Trial:
    """One input and a good report beside it, imported into a database of their own."""

    def __init__(self, program, folder, full):
        self.program, self.folder, self.full = program, Path(folder), full
        self.failures = 0
        self.most_memory = self.most_seconds = 0

    def run(self, name, pieces, wanted):
        inputs = self.folder / "inputs"
        inputs.mkdir()
        with open(inputs / name, "wb") as file:
            if pieces is None:
                file.write(MAIL + b"\r\n")
                file.truncate(2 << 30)
            else:
                file.writelines(pieces)
        (inputs / "zz-good.eml").write_bytes(mailbox.mail(70000, 3))
        database = self.folder / "reports.sqlite"
        status, errors, seconds, memory = self.measure(database, inputs)
        reports = self.reports(database)
        shutil.rmtree(inputs)
        for file in self.folder.glob("reports.sqlite*"):
            file.unlink()
        fault = self.fault(name, status, errors, reports, wanted)
        verdict = "FAILED " + fault if fault else "refused" if status == 2 else "read"
        print(f"{name:24} {memory:6} MiB {seconds:7.2f} s  {verdict}", flush=True)
        self.failures += fault is not None
        self.most_memory = max(self.most_memory, memory)
        self.most_seconds = max(self.most_seconds, seconds)

    def measure(self, database, inputs):
        limits = [] if self.full else ["--max-unpacked-bytes", 16 * MIB, "--max-unpacked-bytes-per-mail", 32 * MIB]
        command = [self.program, "import", "--quiet", "--jobs", "2", "--trust-authserv-id", "mx.example.com",
                   "--database", database, *limits, inputs]
        meter = ("import resource, subprocess, sys; s = subprocess.call(sys.argv[1:]);"
                 "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(s % 256)")
        began = time.monotonic()
        done = subprocess.run([sys.executable, "-c", meter, *map(str, command)], capture_output=True, timeout=900)
        memory = int(done.stdout.split()[-1]) // 1024
        return done.returncode, done.stderr.decode(errors="replace"), time.monotonic() - began, memory

    @staticmethod
    def reports(database):
        import sqlite3
        if not database.exists():
            return set()
        with sqlite3.connect(database) as connection:
            return {row[0] for row in connection.execute("SELECT report_id FROM report")}

    def fault(self, name, status, errors, reports, wanted):
        if status not in (0, 2):
            return f"ended with {status}: {errors[-300:]}"
        if "r70000" not in reports:
            return "the report beside it was not read"
        if wanted == "beside" and "r70001" not in reports:
            return "the report in the same mail was not read"
        if "root:" in errors or any("root:" in report for report in reports):
            return "a local file came in"
        others = reports - {"r70000", "r70001"}
        if wanted == "many" and others != {"r70002"}:
            return "the report that is in it was not read"
        if wanted == "refused" and others:
            return f"was read: {sorted(others)[:3]}"
        return None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=Path)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only")
    parser.add_argument("--memory", type=int, default=1024, help="the bound, MiB")
    parser.add_argument("--seconds", type=int, default=120, help="the bound for one input")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dmarc-report-bombs-") as folder:
        trial = Trial(options.program.resolve(), folder, not options.quick)
        for name, pieces, wanted in bombs(not options.quick):
            if options.only in (None, name):
                trial.run(name, pieces, wanted)
    print(f"at most {trial.most_memory} MiB and {trial.most_seconds:.1f} s; {trial.failures} failures")
    if trial.most_memory > options.memory or trial.most_seconds > options.seconds or trial.failures:
        sys.exit(1)


if __name__ == "__main__":
    main()
