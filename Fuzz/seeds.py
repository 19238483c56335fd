#!/usr/bin/env python3
"""Lays out what a fuzzer begins with: samples, and what was found before."""

import hashlib
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "samples"


def seeds(target):
    files = [path for folder in ["single", "hostile"] for path in sorted((SAMPLES / folder).iterdir())
             if path.is_file() and path.stat().st_size < 60000]
    mails = sorted((SAMPLES / "maildir").glob("*/*"))[::40]
    if target == "xml":
        for path in files:
            if path.suffix == ".xml":
                # The first byte is the length of the pieces.
                yield b"\x00" + path.read_bytes()
                yield b"\xff" + path.read_bytes()
    elif target == "mail":
        for path in files + mails:
            yield path.read_bytes()
    else:
        for path in files + mails:
            for field in re.findall(rb"(?mi)^Authentication-Results:((?:.*\n[ \t])*.*)", path.read_bytes()):
                yield re.sub(rb"\r?\n", b"", field).strip()
        yield b'mx.example.com 1; dkim/1=pass (a (b) \\)) reason="x\\"y" header . d=a.example; none'


target, folder = sys.argv[1], Path(sys.argv[2])
for seed in seeds(target):
    (folder / hashlib.sha1(seed).hexdigest()).write_bytes(seed)
