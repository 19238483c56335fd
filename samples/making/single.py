"""One file for each container and vocabulary, all holding the same few reports."""

from . import forms, mail, policies, traffic, xml
from .days import LAST, start
from .flows import newsletter, own
from .packing import Member, gzip, zip_archive, zlib_stream
from .reporters import BIGMAIL, FASTPOST, LOOKMAIL, POSTWERK, TINKERERS
from .values import Record, Report

ARRIVAL = start(LAST + 1) + 4 * 3600


def report(reporter=BIGMAIL, number="1"):
    """The report in nearly all of the files: two records, 42 and 8 messages."""
    records = (Record(own("example.com", traffic.COM_SERVERS[0]), 42, "none"),
               Record(newsletter("example.com", traffic.NEWSLETTER[0]), 8, "none"))
    policy = policies.published("example.com", LAST)
    begin = start(LAST)
    return Report(reporter, policy, f"sample-{number}", begin, begin + reporter.period, records)


def document():
    return xml.document(report())


def document_9990():
    return xml.document(report(POSTWERK, "9990"))


def whole_message(content, of=None):
    return mail.message(forms.headers(of or report(), ARRIVAL), content)


def archive(*documents):
    return zip_archive([Member(f"report-{number}.xml", data)
                        for number, data in enumerate(documents, 1)])


def _encodings():
    """The document in other character sets, each of them declared."""
    text = document().decode()
    western = text.replace("UTF-8", "windows-1252") \
        .replace("<org_name>bigmail.example", "<org_name>Gr\u00f6\u00dfe \u2013 bigmail.example")
    return {
        "report-bom.xml": b"\xef\xbb\xbf" + document(),
        "report-utf16.xml": b"\xff\xfe" + text.replace("UTF-8", "UTF-16").encode("utf-16-le"),
        "report-windows-1252.xml": western.encode("windows-1252"),
    }


def _compressed():
    plain, half = document(), len(document()) // 2
    return {
        "report.xml.gz": gzip(plain),
        "report-9990.xml.gz": gzip(document_9990()),
        "report.zlib": zlib_stream(plain),
        "report-double.xml.gz.gz": gzip(gzip(plain)),
        "report-multimember.xml.gz": gzip(plain[:half]) + gzip(plain[half:]),
        "report-trailing.xml.gz": gzip(plain) + b"\r\n",
        "gzip-named.zip": gzip(plain),
        "zip-named.xml.gz": archive(plain),
    }


def _archives():
    return {
        "report.zip": archive(document()),
        "report-9990.zip": archive(document_9990()),
        "report-stored.zip": zip_archive([Member("report.xml", document(), method=0)]),
        "crowded.zip": _crowded(),
    }


def _crowded():
    """Two reports among folders, a desktop's leavings, a picture and a file without a name."""
    return zip_archive([
        Member("reports/", method=0),
        Member("__MACOSX/reports/._one.xml", b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X"),
        Member("readme.txt", b"Two reports are in here.\n"),
        Member("reports/logo.png", b"\x89PNG\r\n\x1a\n" + bytes(24)),
        Member("reports/one.xml", document()),
        Member("", document_9990()),
    ])


def _mails():
    return {
        "mail-whole-zip.eml": _usual(BIGMAIL),
        "mail-related-preview.eml": _usual(LOOKMAIL),
        "mail-inline.eml": _usual(FASTPOST),
        "mail-quoted-printable.eml": _usual(TINKERERS),
        "mail-nested.eml": _nested(),
        "mail-broken-header.eml": _broken_header(),
        "mail-text-plain-zip.eml": _text_plain_zip(),
        "mail-two-reports.eml": _two_reports(),
        "mail-crlf.eml": _usual(BIGMAIL).replace(b"\n", b"\r\n"),
        "mail-gzipped.eml.gz": gzip(_usual(BIGMAIL)),
        "reports.mbox": _mbox(),
    }


def _usual(reporter):
    one = report(reporter)
    return whole_message(forms.content(one), one)


def _nested():
    """A mail in a mail in a mail."""
    inner = mail.plain("message/rfc822", _usual(BIGMAIL))
    middle = mail.message((("From", "anna@example.com"), ("Subject", "Fwd: report")),
                          mail.multipart("mixed", "=_middle", [inner]))
    return whole_message(mail.multipart("mixed", "=_outer",
                                        [mail.plain("message/rfc822", middle)]))


def _broken_header():
    """The name of the part stands on a line of its own and ends the header too early."""
    part = mail.encoded("application/gzip", gzip(document()))
    block = (b'Content-Type: application/gzip\nname="report.xml.gz"\n'
             b"Content-Transfer-Encoding: base64\n"
             b'Content-Disposition: attachment; filename="report.xml.gz"\n\n' + part.body)
    body = b"--=_broken\n" + block + b"--=_broken--\n"
    return whole_message(mail.Part(
        (("Content-Type", 'multipart/mixed; boundary="=_broken"'),), body))


def _text_plain_zip():
    part = mail.encoded("text/plain", archive(document()), "attachment", "report.txt")
    return whole_message(mail.multipart("mixed", "=_text", [part]))


def _two_reports():
    parts = [mail.encoded("application/gzip", gzip(data), "attachment", name)
             for name, data in (("one.xml.gz", document()), ("two.xml.gz", document_9990()))]
    return whole_message(mail.multipart("mixed", "=_two", parts))


def _mbox():
    """Three messages, the second without a report."""
    ordinary = whole_message(mail.plain("text/plain", b"Hello,\n\n>From now on: Mondays.\n"))
    second = report(POSTWERK, "9990")
    mails = (_usual(BIGMAIL), ordinary, whole_message(forms.content(second), second))
    line = b"From bounces@bigmail.example Sun Nov  1 04:00:00 2026\n"
    return b"\n".join(line + data for data in mails) + b"\n"


def files():
    return {"report.xml": document(), "report-9990.xml": document_9990(),
            **_encodings(), **_compressed(), **_archives(), **_mails()}


def expected():
    """How many reports are in each file."""
    two = ("crowded.zip", "mail-two-reports.eml", "reports.mbox")
    return {name: 2 if name in two else 1 for name in sorted(files())}
