#!/usr/bin/env python3
"""Lays out what a fuzzer begins with: samples, and what was found before."""

import binascii
import bz2
import hashlib
import lzma
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
    elif target == "json":
        yield from reports()
        for path in files:
            if path.suffix == ".xml" and b"<!DOCTYPE" not in path.read_bytes():
                yield path.read_bytes()
    elif target == "mail":
        for path in files + mails:
            yield path.read_bytes()
        yield from wrapped(mails[0].read_bytes(), (SAMPLES / "single" / "report.xml").read_bytes())
    elif target == "zone":
        yield from zones()
    else:
        for path in files + mails:
            for field in re.findall(rb"(?mi)^Authentication-Results:((?:.*\n[ \t])*.*)", path.read_bytes()):
                yield re.sub(rb"\r?\n", b"", field).strip()
        yield b'mx.example.com 1; dkim/1=pass (a (b) \\)) reason="x\\"y" header . d=a.example; none'


def reports():
    """TLS reports, as they should be and not, and failure reports."""
    failure = b'{"result-type":"certificate-expired","receiving-mx-hostname":"mx.example.com","failed-session-count":2}'
    policy = (b'{"policy":{"policy-type":"sts","policy-string":["version: STSv1"],"policy-domain":"example.com",'
              b'"mx-host":"mx.example.com"},"summary":{"total-successful-session-count":98,'
              b'"total-failure-session-count":2},"failure-details":[' + failure + b"]}")
    head = (b'{"organization-name":"Receiver","contact-info":null,"report-id":"r","date-range":'
            b'{"start-datetime":"2026-09-01T00:00:00Z","end-datetime":"2026-09-01T23:59:59Z"},"policies":[')
    whole = head + policy + b"]}"
    yield from [whole, head + policy + b"," + policy + b"]}", whole.replace(b":98", b':"9.8e1"')]
    yield from [whole.replace(b"example.com", b"m\\u00fcnchen\\ud83d\\ude00.example"), whole[:-3]]
    yield from [head + b"[" * 70, whole.replace(b'"summary"', b'"summary":{},"summary"')]
    yield (b"Feedback-Type: auth-failure\nVersion: 1\nSource-IP: [IPv6:2001:db8::1]\nReported-Domain: a.example\n"
           b"Arrival-Date: Tue, 1 Sep 2026 10:00:00 +0000\nAuthentication-Results: a; dmarc=fail\n header.from=a.example\n")


def zones():
    """Zones that ask for much, one that is well, and records of every kind."""
    yield b"a TXT v=spf1 a mx ip4:192.0.2.0/28 include:b.test ~all\na A 192.0.2.1\nb TXT v=spf1 ptr -all"
    yield b"a TXT v=spf1 include:b.test redirect=a.test\nb TXT v=spf1 include:a.test"
    yield b"a TXT v=spf1 exists:%{ir}.%{v}.%{l1r-}.%{d2}.test exp=e.test\ne TXT %{s}%{s}%{o}%{h}%{p} %{x"
    yield b"a TXT v=spf1 mx/24//64 -all\n" + b"".join(b"a MX m%d.test\n" % i for i in range(12))
    yield b"a CNAME b.test\nb CNAME a.test\nc FAIL x\na TXT v=spf1 a:c.test ?all"
    yield b"_dmarc.a TXT v=DMARC1; p=none; sp=reject; np=quarantine; psd=n; rua=mailto:a@b.test!10m; t=y"
    yield b"v=DKIM1; k=rsa; p=MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf"
    yield b"v=STSv1; id=20260101\nversion: STSv1\nmode: enforce\nmx: *.a.test\nmax_age: 604800"
    yield b"v=TLSRPTv1; rua=mailto:t@a.test,https://a.test/x\nv=BIMI1; l=https://a.test/l.svg; a=\n3 1 1 00"


def wrapped(mail, report):
    """The same in forms that no sample has."""
    box = b"".join(b"From " + end + b"\n" + mail + b"\n" for end in [b"", b"a@b Mon Nov 23 09:15:00 2026"])
    data = bz2.compress(report)
    lines = b"".join(binascii.b2a_uu(data[i:i + 45]) for i in range(0, len(data), 45))
    yield from [box, bz2.compress(mail), lzma.compress(mail), b"begin 644 a\n" + lines + b"`\nend\n"]
    yield b"\x28\xb5\x2f\xfd\x04\x58" + (len(report) << 3 | 1).to_bytes(3, "little") + report
    yield b"Dovecot-LZ4\r*\x9b\xc5\x00\x01\x00\x00" + (len(mail) + 9).to_bytes(4, "big") + mail
    head = b"0\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07"
    inner = b"0\x80" + head[2:] + b"\x01\xa0\x80\x24\x80\x04\x64" + mail[:100]
    yield head + b"\x02\xa0\x80" + b"0\x80\x02\x01\x01\x31\x00" + inner


target, folder = sys.argv[1], Path(sys.argv[2])
for seed in seeds(target):
    (folder / hashlib.sha1(seed).hexdigest()).write_bytes(seed)
