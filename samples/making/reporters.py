"""The receivers that send reports: twelve, all invented, each with habits of its own."""

from dataclasses import dataclass, field

from . import days
from .dice import DIGITS, HEX
from .values import Reason


@dataclass(frozen=True)
class Style:
    """How a reporter writes its XML."""

    rfc9990: bool = False
    declaration: str = '<?xml version="1.0" encoding="UTF-8" ?>'
    root_attributes: str = ""
    version: str | None = "1.0"
    indent: str | None = "  "
    newline: str = "\n"
    np: bool = False
    sp: bool = True
    fo: bool = False
    selector: bool = True
    scope: bool = True
    envelope_from: bool = True
    envelope_to: str | None = None
    spf_first: bool = False
    reversed: bool = False
    padded_end: bool = False
    long_addresses: bool = False
    comment: str | None = None
    generator: str | None = None
    discovery: str | None = None


@dataclass(frozen=True)
class Reporter:
    """A receiver: how much of the mail it sees, how often and how it reports."""

    org_name: str
    host: str
    email: str
    share: float
    diligence: dict
    form: str
    report_id: object
    style: Style
    contact: str | None = None
    offset: int = 0
    period: int = days.SECONDS - 1
    reasons: dict = field(default_factory=dict)
    authenticated: bool = True
    silent: range = range(0)

    def reason(self, flow, dice):
        """Why the receiver would not follow the policy, if it says so of this mail."""
        if flow.passes:
            return self.reasons.get("passing")
        if flow.role in self.reasons and dice.chance(0.7):
            return self.reasons[flow.role]
        return None


def _number(length):
    return lambda domain, begin, dice: dice.one_of(DIGITS[1:]) + dice.text(DIGITS, length - 1)


def _hex(length):
    return lambda domain, begin, dice: dice.text(HEX, length)


def _same_for_the_month(domain, begin, dice):
    """The gateway uses an id again for other periods: the dates belong to the key."""
    return f"{days.name(begin // days.SECONDS)[:7]}.{domain}"


BIGMAIL = Reporter(
    "bigmail.example", "bigmail.example", "noreply-dmarc-support@bigmail.example", 0.40,
    {"example.com": 1, "example.org": 1, "example.net": 1, "parked.example": 0.8,
     "new.example": 1, "club.example": 1},
    "whole_zip", _number(19), Style(np=True, envelope_from=False, scope=False),
    contact="https://support.bigmail.example/dmarc",
    reasons={"forwarder": Reason("local_policy", "arc=pass"),
             "list": Reason("local_policy", "arc=pass")})

LOOKMAIL = Reporter(
    "Lookmail", "protection.lookmail.example", "dmarcreport@lookmail.example", 0.22,
    {"example.com": 1, "example.org": 1, "example.net": 0.8, "parked.example": 0.5,
     "new.example": 1, "club.example": 1},
    "related_preview", _hex(32),
    Style(declaration='<?xml version="1.0"?>', newline="\r\n", fo=True,
          root_attributes=' xmlns:xsd="http://www.w3.org/2001/XMLSchema"'
                          ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
          envelope_to="lookmail.example", spf_first=True),
    period=days.SECONDS, silent=range(days.day("2026-10-06"), days.day("2026-10-12")))

AHOY = Reporter(
    "Ahoy", "ahoymail.example", "dmarchelp@ahoymail.example", 0.12,
    {"example.com": 1, "example.org": 0.9, "example.net": 0.6, "parked.example": 0.3,
     "new.example": 0.7, "club.example": 0.9},
    "mixed_gzip", lambda domain, begin, dice: f"{begin + 94210}.{dice.text(DIGITS, 6)}",
    Style(declaration='<?xml version="1.0"?>', version=None, sp=False, padded_end=True,
          envelope_from=False, scope=False, spf_first=False),
    contact="https://postmaster.ahoymail.example",
    reasons={"forwarder": Reason("forwarded")})

POSTWERK = Reporter(
    "Postwerk", "postwerk.example", "dmarc@postwerk.example", 0.05,
    {"example.com": 0.9, "example.org": 0.7, "example.net": 0.6, "parked.example": 0.2,
     "new.example": 0.6, "club.example": 0.6},
    "mixed_octet_stream", _hex(32),
    Style(rfc9990=True, np=True, discovery="psl", generator="Postwerk Reports 3.1"),
    reasons={"list": Reason("mailing_list"), "forwarder": Reason("trusted_forwarder")})

CABLEPOST = Reporter(
    "Cablepost", "cablepost.example", "dmarc-reports@cablepost.example", 0.05,
    {"example.com": 0.7, "example.org": 0.3, "example.net": 0.2},
    "mixed_zip", lambda domain, begin, dice: f"cp-{begin}-{domain}",
    Style(version=None, selector=False, scope=False),
    reasons={"forwarder": Reason("trusted_forwarder"),
             "list": Reason("mailing_list", "List-Id seen")})

POCHTA = Reporter(
    "Pochta", "pochta.example", "dmarc_support@pochta.example", 0.04,
    {"example.com": 0.5, "example.org": 0.3, "parked.example": 0.4},
    "mixed_gzip", _number(39),
    Style(declaration="<?xml version='1.0' encoding='utf-8'?>", indent=None, newline="",
          version=None, reversed=True, long_addresses=True),
    contact="https://help.pochta.example")

FASTPOST = Reporter(
    "Fastpost", "fastpost.example", "reports@fastpost.example", 0.03,
    {"example.com": 0.5, "example.org": 0.2, "example.net": 0.2},
    "inline_gzip", _number(9),
    Style(comment="made by the daily job", envelope_to="fastpost.example"),
    reasons={"forwarder": Reason("local_policy", "overridden by a trusted ARC chain"),
             "list": Reason("mailing_list")})

RUSTMAIL = Reporter(
    "rustmail.example", "rustmail.example", "postmaster@rustmail.example", 0.02,
    {"example.com": 0.3, "example.org": 0.2, "example.net": 0.4},
    "mixed_gzip", lambda domain, begin, dice: f"{begin}-{dice.text(HEX, 12)}@rustmail.example",
    Style(rfc9990=True, discovery="treewalk", generator="rustmail", fo=True, indent="\t"),
    reasons={"list": Reason("mailing_list")})

GATEWAY = Reporter(
    "gateway.example", "gateway.example", "no-reply@gateway.example", 0.02,
    {"example.com": 0.4, "example.net": 0.3},
    "whole_gzip", _same_for_the_month,
    Style(declaration='<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', fo=True))

HOBBYHOST = Reporter(
    "hobbyhost.example", "mx.hobbyhost.example", "root@mx.hobbyhost.example", 0.01,
    {"example.com": 0.3, "example.org": 0.1},
    "whole_xml", lambda domain, begin, dice: f"{domain}-{begin}@mx.hobbyhost.example",
    Style(version="0.1", indent="", envelope_from=True),
    offset=12 * 3600 + 58 * 60 + 12, period=days.SECONDS + 112, authenticated=False,
    reasons={"passing": Reason("local_policy", "arc=fail")})

TINKERERS = Reporter(
    "tinkerers.example", "tinkerers.example", "dmarc@tinkerers.example", 0.01,
    {"example.org": 0.3, "example.net": 0.3},
    "mixed_quoted_xml",
    lambda domain, begin, dice: f"<{domain}.{begin}.{dice.text(DIGITS, 4)}>",
    Style(envelope_to="tinkerers.example"), offset=2 * 3600)

CAMPUS = Reporter(
    "University of Example", "campus.example", "noreply-dmarc@campus.example", 0.015,
    {"example.com": 0.4, "example.net": 0.2},
    "forwarded_digest", lambda domain, begin, dice: f"campus!{begin}!{dice.text(DIGITS, 3)}",
    Style(version=None, sp=True, envelope_to="campus.example"), period=days.SECONDS)

ALL = (BIGMAIL, LOOKMAIL, AHOY, POSTWERK, CABLEPOST, POCHTA, FASTPOST, RUSTMAIL, GATEWAY,
       HOBBYHOST, TINKERERS, CAMPUS)
