"""Reads the Maildir back with other code than made it, and compares with truth.json.

Nothing here uses the rest of the package: mails are read by email, archives by gzip and zipfile,
reports by ElementTree, and alignment is worked out again from the authentication results.
"""

import collections
import datetime
import email
import gzip
import io
import ipaddress
import json
import zipfile
import zlib
from xml.etree import ElementTree

DAMAGE = (OSError, EOFError, zlib.error, zipfile.BadZipFile, ElementTree.ParseError)


def differences(folder):
    """What of truth.json the Maildir does not bear out, line by line."""
    truth = json.loads((folder / "truth.json").read_text())
    mailbox = _Mailbox()
    for path in sorted(_mails(folder / "maildir"), key=lambda path: path.name):
        mailbox.add(path.read_bytes())
    yield from mailbox.problems
    yield from _compared(truth["mailbox"], mailbox.counts(), "mailbox")
    for name, first_day in (("all", truth["first_day"]), ("window", truth["window"]["first_day"])):
        stated = truth["window"] if name == "window" else truth
        reports = [report for report in mailbox.reports.values() if report["day"] >= first_day]
        yield from _compared(_stated(stated), _counted(reports), name)


def _mails(maildir):
    return [path for folder in ("new", "cur") for path in (maildir / folder).iterdir()]


def _compared(stated, found, where):
    """Differences of two trees of numbers."""
    if isinstance(stated, dict) and isinstance(found, dict):
        for name in sorted(stated.keys() | found.keys()):
            yield from _compared(stated.get(name, 0), found.get(name, 0), f"{where}/{name}")
    elif stated != found:
        yield f"{where}: truth.json says {stated}, the Maildir {found}"


class _Mailbox:
    """What was found so far."""

    def __init__(self):
        self.reports, self.problems = {}, []
        self.outcomes = collections.Counter()

    def add(self, data):
        self.outcomes["mails"] += 1
        message = email.message_from_bytes(data)
        kind = _other_kind(message)
        if kind:
            self.outcomes[kind] += 1
            return
        try:
            documents = list(_documents(message))
            for document in documents:
                self._add_report(_report(document))
            self.outcomes["no_report"] += not documents
        except DAMAGE:
            self.outcomes["refused"] += 1

    def _add_report(self, report):
        known = self.reports.setdefault(report["key"], report)
        if known is report:
            self.problems += report["problems"]
        else:
            self.outcomes["duplicates" if known == report else "conflicts"] += 1

    def counts(self):
        kinds = ("tls_report", "failure_report", "no_report")
        names = ("mails", "duplicates", "conflicts", "refused")
        return {**{name: self.outcomes[name] for name in names}, "accepted": len(self.reports),
                "set_aside": {kind: self.outcomes[kind] for kind in kinds}}


def _other_kind(message):
    types = [part.get_content_type() for part in message.walk()]
    if "message/feedback-report" in types:
        return "failure_report"
    if any(name.startswith("application/tlsrpt") for name in types):
        return "tls_report"
    return None


def _documents(message):
    for part in message.walk():
        if not part.is_multipart():
            yield from _unpacked(part.get_payload(decode=True) or b"")


def _unpacked(data):
    if data.startswith(b"\x1f\x8b"):
        yield gzip.decompress(data.removesuffix(b"\r\n"))
    elif data.startswith(b"PK"):
        archive = zipfile.ZipFile(io.BytesIO(data))
        yield from (archive.read(name) for name in archive.namelist())
    elif data.startswith(b"<?xml"):
        yield data


def _report(document):
    root = ElementTree.fromstring(document)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]

    def text(path):
        return root.findtext(path).strip()

    begin, end = (int(text(f"report_metadata/date_range/{name}")) for name in ("begin", "end"))
    reporter, domain = text("report_metadata/org_name"), text("policy_published/domain")
    key = (reporter, domain, text("report_metadata/report_id"), begin, end)
    records = [_record(element) for element in root.findall("record")]
    middle = datetime.datetime.fromtimestamp((begin + end) // 2, datetime.timezone.utc)
    problems = [f"{key}: {problem}" for record in records for problem in record["problems"]]
    return {"key": key, "reporter": reporter, "domain": domain, "records": records,
            "day": middle.date().isoformat(), "problems": problems}


def _record(element):
    header_from = element.findtext("identifiers/header_from")
    evaluated = element.find("row/policy_evaluated")
    dkim, spf = (evaluated.findtext(name) == "pass" for name in ("dkim", "spf"))
    problems = [f"{name} is {said}, worked out {worked_out}" for name, said, worked_out in (
        ("dkim", dkim, _aligned(element, "dkim", header_from)),
        ("spf", spf, _aligned(element, "spf", header_from))) if said != worked_out]
    address = ipaddress.ip_address(element.findtext("row/source_ip"))
    return {"source": str(address), "messages": int(element.findtext("row/count")),
            "dkim": dkim, "spf": spf, "from": header_from,
            "disposition": evaluated.findtext("disposition"), "problems": problems}


def _aligned(record, mechanism, header_from):
    return any(result.findtext("result") == "pass"
               and _organization(result.findtext("domain")) == _organization(header_from)
               for result in record.findall(f"auth_results/{mechanism}"))


def _organization(domain):
    """Enough of the public suffix list for names that end in .example or example.com."""
    labels = domain.lower().split(".")
    return ".".join(labels[-2:])


def _counted(reports):
    domains = collections.defaultdict(list)
    for report in reports:
        domains[report["domain"]].append(report)
    return {"totals": _totals(reports),
            "days": _sums(reports, lambda report, record: report["day"]),
            "reporters": _sums(reports, lambda report, record: report["reporter"]),
            "domains": {name: _domain(group) for name, group in domains.items()}}


def _stated(truth):
    """The part of the truth that can be read from mails: roles are known to their maker alone."""
    domains = {name: {key: value for key, value in numbers.items() if key != "roles"}
               for name, numbers in truth["domains"].items()}
    reporters = {name: numbers["messages"] for name, numbers in truth["reporters"].items()}
    return {"totals": truth["totals"], "days": truth["days"], "reporters": reporters,
            "domains": domains}


def _domain(reports):
    return {**_totals(reports),
            "dispositions": _sums(reports, lambda report, record: record["disposition"]),
            "from_domains": _passing(reports, "from"), "sources": _passing(reports, "source")}


def _totals(reports):
    records = [record for report in reports for record in report["records"]]

    def messages(condition):
        return sum(record["messages"] for record in records if condition(record))

    return {"reports": len(reports), "records": len(records),
            "messages": messages(lambda record: True),
            "dmarc_pass": messages(lambda record: record["dkim"] or record["spf"]),
            "dkim_pass": messages(lambda record: record["dkim"]),
            "spf_pass": messages(lambda record: record["spf"])}


def _sums(reports, key):
    sums = collections.Counter()
    for report in reports:
        for record in report["records"]:
            sums[key(report, record)] += record["messages"]
    return dict(sums)


def _passing(reports, key):
    found = collections.defaultdict(lambda: {"messages": 0, "pass": 0})
    for record in (record for report in reports for record in report["records"]):
        entry = found[record[key]]
        entry["messages"] += record["messages"]
        entry["pass"] += record["messages"] * (record["dkim"] or record["spf"])
    return dict(found)
