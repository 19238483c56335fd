"""A mailbox that is made up from a seed: reports of every container, some twice, some broken."""

import base64
import gzip
import io
import random
import zipfile
from pathlib import Path

RECORD = """  <record><row><source_ip>{address}</source_ip><count>{count}</count><policy_evaluated>\
<disposition>none</disposition><dkim>{dkim}</dkim><spf>fail</spf></policy_evaluated></row>\
<identifiers><header_from>{domain}</header_from></identifiers><auth_results><spf>\
<domain>{domain}</domain><result>{spf}</result></spf></auth_results></record>
"""

REPORT = """<?xml version="1.0"?>
<feedback>
  <report_metadata><org_name>{reporter}</org_name><email>dmarc@{reporter}</email>\
<report_id>{number}</report_id><date_range><begin>{begin}</begin><end>{end}</end></date_range>\
</report_metadata>
  <policy_published><domain>{domain}</domain><p>none</p></policy_published>
{records}</feedback>
"""

MAIL = """From: dmarc@{reporter}
To: reports@example.com
Subject: Report Domain: {domain} Submitter: {reporter} Report-ID: {number}
Message-ID: <{number}@{reporter}>
MIME-Version: 1.0
Content-Type: application/octet-stream; name="{name}"
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="{name}"

{content}"""


def report(number, records, seed=0):
    """The XML of a report; the same number and seed give the same bytes."""
    chance = random.Random(f"{seed}-{number}")
    domain = chance.choice(["example.com", "example.net", "example.org"])
    # From 2026-09-01 on: a report of days to come counts on no day.
    begin = 1788220800 + 86400 * (number % 60)
    lines = [
        RECORD.format(
            address=f"198.51.{chance.randrange(100, 103)}.{chance.randrange(256)}",
            count=chance.randrange(1, 50), domain=domain, dkim=chance.choice(["pass", "fail"]),
            spf=chance.choice(["pass", "softfail"]))
        for _ in range(records)
    ]
    reporter = f"receiver{number % 7}.example"
    xml = REPORT.format(
        reporter=reporter, number=f"r{number}", begin=begin, end=begin + 86399, domain=domain,
        records="".join(lines))
    return xml.encode(), reporter, domain


TLS = """{{"organization-name":"{reporter}","contact-info":"tls@{reporter}","report-id":"t{number}",
"date-range":{{"start-datetime":"2026-09-{day:02}T00:00:00Z","end-datetime":"2026-09-{day:02}T23:59:59Z"}},
"policies":[{{"policy":{{"policy-type":"sts","policy-domain":"example.com"}},
"summary":{{"total-successful-session-count":{number},"total-failure-session-count":2}},
"failure-details":[{{"result-type":"certificate-expired","failed-session-count":2}}]}}]}}
"""

FAILURE = """From: dmarc@{reporter}
To: failures@example.com
Subject: A mail that failed
Message-ID: <f{number}@{reporter}>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="="

--=
Content-Type: message/feedback-report

Feedback-Type: auth-failure
Version: 1
Source-IP: 198.51.100.{last}
Reported-Domain: example.com
Arrival-Date: Tue, 1 Sep 2026 10:00:00 +0000
Original-Envelope-Id: e{number}
Auth-Failure: dmarc
Delivery-Result: reject

--=--
"""


def other_mail(number):
    """A mail with a TLS report, or a failure report; the same number gives the same bytes."""
    reporter = f"receiver{number % 7}.example"
    if number % 20 == 3:
        return FAILURE.format(reporter=reporter, number=number, last=number % 250).encode()
    text = TLS.format(reporter=reporter, number=number, day=1 + number % 28).encode()
    return MAIL.format(
        reporter=reporter, domain="example.com", number=f"t{number}", name="report.json.gz",
        content=base64.encodebytes(gzip.compress(text, mtime=0)).decode()).encode()


def mail(number, records, seed=0, broken=False):
    """A mail with one report."""
    xml, reporter, domain = report(number, records, seed)
    kind = number % 3
    if kind == 0:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(zipfile.ZipInfo("report.xml"), xml)
        name, content = "report.zip", packed.getvalue()
    elif kind == 1:
        name, content = "report.xml.gz", gzip.compress(xml, mtime=0)
    else:
        name, content = "report.xml", xml
    if broken:
        content = content[: len(content) // 2]
    text = MAIL.format(
        reporter=reporter, domain=domain, number=number, name=name,
        content=base64.encodebytes(content).decode())
    return text.encode()


def make(folder, reports, large=0):
    """A Maildir: every 20th report comes twice, every 50th is cut off, one may be large; with every
    tenth comes one of another kind, and every other of these twice."""
    folder = Path(folder)
    for name in ["cur", "new", "tmp"]:
        (folder / name).mkdir(parents=True)
    for number in range(reports):
        records = large if large and number == reports // 2 else 1 + number % 5
        content = mail(number, records, broken=number % 50 == 49)
        place = f"cur/17900{number:05}.M1P1.mx:2," if number % 4 == 0 else f"new/17900{number:05}.M1P1.mx"
        (folder / place).write_bytes(content)
        if number % 10 == 3:
            (folder / f"new/17900{number:05}.M3P1.mx").write_bytes(other_mail(number))
        if number % 40 == 3:
            (folder / f"new/17900{number:05}.M4P1.mx").write_bytes(other_mail(number))
        if number % 20 == 7:
            (folder / f"new/17900{number:05}.M2P1.mx").write_bytes(content)
    return folder
