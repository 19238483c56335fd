"""The Maildir: who writes when, what goes wrong, and the names a delivery agent gives."""

from dataclasses import dataclass, replace

from . import days, forms, mail, others, reporters, reports, xml
from .dice import Dice
from .packing import gzip

HOST = "mx"
READ_UNTIL = days.start(days.day("2026-10-25"))


@dataclass(frozen=True)
class Delivery:
    """A mail, when it came, and what an importer must make of it."""

    arrival: int
    data: bytes
    accepted: tuple = ()
    outcome: str = "accepted"


def deliveries():
    """Every mail of the mailbox, the oldest first."""
    written = reports.all_reports()
    broken = _broken(written)
    lost = {report.key for report, _, _ in broken}
    good = [report for report in written if report.key not in lost]
    mails = _digests(good) + [_delivery(report) for report in good if not _is_digest(report)]
    mails += [delivery for _, _, delivery in broken] + _again(good) + _no_reports()
    return sorted(mails, key=lambda delivery: (delivery.arrival, delivery.data))


def _arrival(report):
    dice = Dice("arrival", *report.key)
    return report.end + dice.between(1800, 10 * 3600)


def _delivery(report):
    arrival = _arrival(report)
    data = mail.message(forms.headers(report, arrival), forms.content(report))
    return Delivery(arrival, data, (report,))


def _is_digest(report):
    return report.reporter.form == "forwarded_digest"


def _digests(good):
    """The university passes its reports on once a day, all in one mail."""
    by_day = {}
    for report in filter(_is_digest, good):
        by_day.setdefault(report.day, []).append(report)
    return [_digest(group) for group in by_day.values()]


def _digest(group):
    arrival = _arrival(group[0])
    data = mail.message(forms.headers(group[0], arrival), forms.forwarded(group))
    return Delivery(arrival, data, tuple(group))


def _find(written, reporter, domain, first_day):
    """The first report of a reporter about a domain from a day on."""
    return next(report for report in written if report.reporter is reporter
                and report.policy.domain == domain and report.day >= days.day(first_day))


def _broken(written):
    """Two reports that arrive damaged: a gzip cut short and XML cut inside a record."""
    cut_gzip = _find(written, reporters.AHOY, "example.com", "2026-09-15")
    cut_xml = _find(written, reporters.TINKERERS, "example.net", "2026-10-05")
    return [(cut_gzip, "gzip", _refused(cut_gzip, _truncated_gzip(cut_gzip))),
            (cut_xml, "xml", _refused(cut_xml, _cut_in_record(cut_xml)))]


def _refused(report, content):
    arrival = _arrival(report)
    return Delivery(arrival, mail.message(forms.headers(report, arrival), content), (), "refused")


def _truncated_gzip(report):
    data = gzip(xml.document(report))
    return mail.encoded("application/gzip", data[:len(data) * 2 // 3], "attachment",
                        forms.file_name(report, "xml.gz"))


def _cut_in_record(report):
    document = xml.document(report)
    cut = document.rindex(b"<auth_results>") + 20
    return mail.encoded("text/xml", document[:cut], "attachment", forms.file_name(report, "xml"))


def _again(good):
    """Reports that come twice: two the same, one with other numbers under the same key."""
    same = _find(good, reporters.AHOY, "example.com", "2026-10-07")
    repacked = _find(good, reporters.BIGMAIL, "example.org", "2026-10-09")
    changed = _find(good, reporters.POSTWERK, "example.com", "2026-10-08")
    return [replace(_delivery(same), arrival=_arrival(same) + 3 * 3600, accepted=(),
                    outcome="duplicate"),
            _repacked(repacked), _changed(changed)]


def _repacked(report):
    """The same document in gzip where it came in zip before."""
    arrival = _arrival(report) + 26 * 3600
    content = mail.multipart("mixed", "=_repacked",
                             [forms.gzip_part(report, "application/gzip", "attachment")])
    return Delivery(arrival, mail.message(forms.headers(report, arrival), content), (),
                    "duplicate")


def _changed(report):
    first, *rest = report.records
    other = replace(report, records=(replace(first, count=first.count + 500), *rest))
    arrival = _arrival(report) + 30 * 3600
    data = mail.message(forms.headers(other, arrival), forms.content(other))
    return Delivery(arrival, data, (), "conflict")


def _no_reports():
    """Reports of other kinds, and an ordinary mail."""
    def at(text):
        return days.start(days.day(text)) + 5 * 3600

    mails = [(others.tls_report(days.day("2026-09-20"), 0, at("2026-09-21")),
              at("2026-09-21"), "tls_report"),
             (others.tls_report(days.day("2026-10-10"), 4, at("2026-10-11")),
              at("2026-10-11"), "tls_report"),
             (others.tls_report(days.day("2026-10-30"), 0, at("2026-10-31"), False),
              at("2026-10-31"), "tls_report"),
             (others.failure_report(at("2026-10-15")), at("2026-10-15"), "failure_report"),
             (others.ordinary(at("2026-10-30")), at("2026-10-30"), "no_report")]
    return [Delivery(arrival, data, (), outcome) for data, arrival, outcome in mails]


def files(mails):
    """The files of the Maildir by path."""
    made = {_path(delivery, number): delivery.data for number, delivery in enumerate(mails)}
    made[f"tmp/{mails[-1].arrival + 60}.M000001P9999.{HOST}"] = others.half_delivered()
    return made


def _path(delivery, number):
    """time.MmicrosecondsPprocess.host, mostly with the size, in cur with flags."""
    dice = Dice("file name", number)
    size = "" if dice.chance(0.1) else f",S={len(delivery.data)}"
    unique = (f"{delivery.arrival}.M{dice.between(0, 999999):06d}"
              f"P{dice.between(300, 32000)}.{HOST}{size}")
    if delivery.arrival >= READ_UNTIL:
        return f"new/{unique}"
    return f"cur/{unique}:2,{dice.one_of(('S', 'S', 'S', 'S', 'RS', 'FS', ''))}"
