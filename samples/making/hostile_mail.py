"""Mails that lie about themselves or want to wear the reader out."""

from . import forms, mail, others
from .packing import Member, gzip, zip_archive
from .single import ARRIVAL, document, report, whole_message

FORGED = (f"{forms.OUR_HOST}; dmarc=pass (p=reject) header.from=bigmail.example;"
          f"{mail.ANOTHER_LINE}dkim=pass header.d=bigmail.example")


def _attached(name="report.xml.gz", content_type="application/gzip"):
    return mail.encoded(content_type, gzip(document()), "attachment", name)


def _with_headers(extra, content=None):
    return mail.message((*forms.headers(report(), ARRIVAL), *extra),
                        content or _attached())


def _forged_authentication():
    """Our server says fail on top; what the mail brought with it says pass."""
    usual = forms.headers(report(), ARRIVAL)
    truth = ("Authentication-Results",
             f"{forms.OUR_HOST};{mail.ANOTHER_LINE}dmarc=fail header.from=bigmail.example")
    headers = tuple(truth if name == truth[0] else (name, value) for name, value in usual)
    return mail.message((*headers, ("Authentication-Results", FORGED)), _attached())


def _foreign_authentication():
    """Only a stranger's server says pass."""
    headers = [(name, value.replace(forms.OUR_HOST, "mx.attacker.example"))
               for name, value in forms.headers(report(), ARRIVAL)]
    return mail.message(headers, _attached())


def _forged_inside():
    """The words of trust are in the mail within."""
    inner = mail.message((("Authentication-Results", FORGED), ("From", report().reporter.email)),
                         _attached())
    outer = [("From", "someone@attacker.example"), ("Subject", "Fwd: report"),
             ("Authentication-Results",
              f"{forms.OUR_HOST}; dmarc=fail header.from=attacker.example")]
    return mail.message(outer, mail.plain("message/rfc822", inner))


def _other_sender():
    """Properly sent by attacker.example, about what bigmail.example is said to have seen."""
    headers = [(name, value.replace("bigmail.example", "attacker.example"))
               for name, value in forms.headers(report(), ARRIVAL)]
    return mail.message(headers, _attached())


def _hostile_subject():
    usual = dict(forms.headers(report(), ARRIVAL))
    subject = mail.encoded_words("Report\x1b[2J\r\nBcc: all@example.com\x07\u202e")
    return mail.message(tuple({**usual, "Subject": subject}.items()), _attached())


def _deep_parts():
    """150 multiparts within each other."""
    content = _attached()
    for level in range(150):
        content = mail.multipart("mixed", f"=_{level}", [content])
    return whole_message(content)


def _deep_messages():
    """60 mails within each other."""
    data = whole_message(_attached())
    for level in range(60):
        data = mail.message((("Subject", f"Fwd: {level}"),), mail.plain("message/rfc822", data))
    return data


def _many_parts():
    return whole_message(mail.multipart("mixed", "=_many", [
        mail.plain("text/plain", b"x\n") for _ in range(2500)] + [_attached()]))


def _unterminated():
    data = whole_message(mail.multipart("mixed", "=_open", [_attached()]))
    return data.replace(b"--=_open--\n", b"")


def _bad_base64():
    return whole_message(mail.Part(_attached().headers, b"H4sI!!!!this is not base64????\n" * 9))


def _bomb_beside_report():
    bomb = mail.encoded("application/zip", zip_archive([Member("a.xml", b"<" * 30_000_000)]),
                        "attachment", "a.zip")
    return whole_message(mail.multipart("mixed", "=_bomb", [bomb, _attached()]))


def _binary_noise():
    return bytes(number * 167 % 256 for number in range(4096))


FILES = {
    "forged-authentication.eml": ("read", _forged_authentication),
    "foreign-authentication.eml": ("read", _foreign_authentication),
    "forged-inside.eml": ("read", _forged_inside),
    "other-sender.eml": ("read", _other_sender),
    "hostile-subject.eml": ("read", _hostile_subject),
    "hostile-file-name.eml": ("read", lambda: whole_message(
        _attached("../../../../etc/cron.d/\\\"; rm -rf x"))),
    "many-headers.eml": ("read", lambda: _with_headers(
        tuple((f"X-Header-{number}", "x") for number in range(4000)))),
    "long-header.eml": ("read", lambda: _with_headers((("X-Long", "x" * 90000),))),
    "two-content-types.eml": ("either", lambda: _with_headers((("Content-Type", "text/plain"),))),
    "deep-parts.eml": ("either", _deep_parts),
    "deep-messages.eml": ("either", _deep_messages),
    "many-parts.eml": ("either", _many_parts),
    "unterminated.eml": ("read", _unterminated),
    "no-boundary.eml": ("either", lambda: whole_message(mail.Part(
        (("Content-Type", "multipart/mixed"),), _attached().bytes()))),
    "bad-base64.eml": ("refused", _bad_base64),
    "bomb-beside-report.eml": ("read", _bomb_beside_report),
    "failure-report.eml": ("refused", lambda: others.failure_report(ARRIVAL)),
    "binary-noise.eml": ("refused", _binary_noise),
}
