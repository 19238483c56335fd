"""The mails of the reporters: the same report in twelve wrappings."""

from . import days, mail, xml
from .dice import HEX, Dice
from .packing import Member, gzip, zip_archive

OUR_HOST = "mx.example.com"
MAILBOX = "dmarc-reports@example.com"


def content(report):
    """The content of the mail of a report, in its reporter's way."""
    return _FORMS[report.reporter.form](report)


def headers(report, arrival, content_headers=()):
    """The header fields of the mail of a report."""
    reporter, token = report.reporter, _token(report)
    sender = reporter.email.rpartition("@")[2]
    return (
        ("Return-Path", f"<bounces@{sender}>"),
        ("Delivered-To", MAILBOX),
        ("Authentication-Results", authentication_results(sender, reporter.authenticated)),
        ("Received", received(f"out.{sender}", token, arrival)),
        ("Date", mail.clock(arrival - 7)),
        ("From", f'"{reporter.org_name}" <{reporter.email}>'),
        ("To", MAILBOX),
        ("Subject", _subject(report)),
        ("Message-ID", f"<{token}.{report.begin}@{sender}>"),
        *content_headers,
    )


def authentication_results(sender, authenticated):
    """What our own server found about the mail; some small reporters authenticate nothing."""
    if not authenticated:
        return f"{OUR_HOST};{mail.ANOTHER_LINE}dmarc=none header.from={sender}; spf=none"
    return (f"{OUR_HOST};{mail.ANOTHER_LINE}dmarc=pass (p=reject) header.from={sender};"
            f"{mail.ANOTHER_LINE}dkim=pass header.d={sender} header.s=out;"
            f"{mail.ANOTHER_LINE}spf=pass smtp.mailfrom=bounces@{sender}")


def received(host, token, arrival):
    return (f"from {host} ({host} [2001:db8:25::{token[:4]}]){mail.ANOTHER_LINE}"
            f"by {OUR_HOST} with ESMTPS id {token[:10]};{mail.ANOTHER_LINE}{mail.clock(arrival)}")


def file_name(report, extension):
    parts = (report.reporter.host, report.policy.domain, str(report.begin), str(report.end))
    return "!".join(parts) + "." + extension


def _token(report):
    return Dice("token", *report.key).text(HEX, 20)


def _boundary(report):
    return "=_" + _token(report)


def _subject(report):
    usual = (f"Report Domain: {report.policy.domain} Submitter: {report.reporter.host} "
             f"Report-ID: {report.report_id}")
    if report.reporter.form == "related_preview":
        return mail.encoded_words("[Preview] " + usual)
    return usual.replace(" Submitter", mail.ANOTHER_LINE + "Submitter") \
        .replace(" Report-ID", mail.ANOTHER_LINE + "Report-ID")


def _note(report):
    day = days.name(report.day)
    text = f"This is a DMARC aggregate report for {report.policy.domain} of {day}.\n"
    return mail.plain("text/plain; charset=utf-8", text.encode())


def _whole_zip(report):
    archive = zip_archive([Member(file_name(report, "xml"), xml.document(report))])
    return mail.encoded("application/zip", archive, "attachment", file_name(report, "zip"))


def _whole_gzip(report):
    """This reporter's gzip files end in a stray line end."""
    data = gzip(xml.document(report)) + b"\r\n"
    return mail.encoded("application/gzip", data, "attachment", file_name(report, "xml.gz"))


def _whole_xml(report):
    return mail.plain("text/xml", xml.document(report))


def _mixed(report, part, note=True):
    parts = [_note(report), part] if note else [part]
    return mail.multipart("mixed", _boundary(report), parts)


def _mixed_gzip(report):
    return _mixed(report, gzip_part(report, "application/gzip", "attachment"))


def _mixed_octet_stream(report):
    return _mixed(report, gzip_part(report, "application/octet-stream", "attachment"))


def gzip_part(report, content_type, disposition):
    return mail.encoded(content_type, gzip(xml.document(report)), disposition,
                        file_name(report, "xml.gz"))


def _mixed_zip(report):
    archive = zip_archive([Member(file_name(report, "xml"), xml.document(report))])
    part = mail.encoded("application/x-zip-compressed", archive, "attachment",
                        file_name(report, "zip"))
    return _mixed(report, part, note=False)


def _mixed_quoted_xml(report):
    part = mail.quoted("text/xml; charset=utf-8", xml.document(report), "attachment",
                       file_name(report, "xml"))
    return _mixed(report, part)


def _related_preview(report):
    """A page of HTML, and the report as if it belonged to the page."""
    page = (f"<html><body><p>This is a DMARC aggregate report from {report.reporter.org_name}."
            "</p><p><img src=3D\"cid:logo\"></p></body></html>\n").encode()
    html = mail.Part((("Content-Type", "text/html; charset=us-ascii"),
                      ("Content-Transfer-Encoding", "quoted-printable")), page)
    parts = [html, gzip_part(report, "application/gzip", "attachment")]
    return mail.multipart("related", _boundary(report), parts)


def _inline_gzip(report):
    """Shown inline, with a file name cut in two (RFC 2231)."""
    name = file_name(report, "xml.gz")
    cut = len(name) // 2
    disposition = (f'inline;{mail.ANOTHER_LINE}filename*0="{name[:cut]}";'
                   f'{mail.ANOTHER_LINE}filename*1="{name[cut:]}"')
    part = mail.encoded("application/gzip", gzip(xml.document(report)))
    headers = (*part.headers, ("Content-Disposition", disposition))
    return _mixed(report, mail.Part(headers, part.body))


def _forwarded_digest(report):
    return forwarded([report])


def forwarded(reports):
    """Mails of plain XML, passed on whole: one message/rfc822 part for each report."""
    parts = [_note(reports[0])]
    for report in reports:
        arrival = report.end + 900
        part = mail.plain("text/xml; charset=utf-8", xml.document(report), "attachment",
                          file_name(report, "xml"))
        inner = mail.message((("Date", mail.clock(arrival)), ("From", report.reporter.email),
                              ("Subject", _subject(report))), part)
        parts.append(mail.plain("message/rfc822", inner))
    return mail.multipart("mixed", _boundary(reports[0]) + "d", parts)


_FORMS = {
    "whole_zip": _whole_zip, "whole_gzip": _whole_gzip, "whole_xml": _whole_xml,
    "mixed_gzip": _mixed_gzip, "mixed_octet_stream": _mixed_octet_stream,
    "mixed_zip": _mixed_zip, "mixed_quoted_xml": _mixed_quoted_xml,
    "related_preview": _related_preview, "inline_gzip": _inline_gzip,
    "forwarded_digest": _forwarded_digest,
}
