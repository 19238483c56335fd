"""The receivers that report, and how each writes its XML and mail."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reporter:
    """Who reports, how much of it, and in which manner."""

    name: str
    host: str
    email: str
    weight: int
    packing: str = "gz"
    contact: str | None = None
    indent: str = "  "
    declaration: str = '<?xml version="1.0" encoding="UTF-8" ?>'
    root: str = "<feedback>"
    has_version: bool = False
    has_fo: bool = False
    has_np: bool = False
    has_selector: bool = True
    has_scope: bool = True
    has_human_result: bool = False
    has_empty_comment: bool = False
    envelopes: str = ""  # "", "from" or "both"
    most_signatures: int = 9
    mail: str = "parts"  # "parts", "html" or "whole"
    rolling: bool = False  # a period begins at any time of the day
    period: int = 86399


OFFICE_ROOT = ('<feedback xmlns:xsd="http://www.w3.org/2001/XMLSchema"'
               ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">')
OFFICE = dict(declaration='<?xml version="1.0"?>', root=OFFICE_ROOT, has_version=True,
              has_fo=True, envelopes="both", mail="html", period=86400)
HOSTS = ("mx.kleinbetrieb.example mail.hobbyserver.example post.verein.example "
         "smtp.studio.example mx1.regional.example mailhost.school.example relay.clinic.example "
         "mx.lawfirm.example mta.council.example mx.ngo.example").split()
SMALL = dict(has_version=True, rolling=True)

LARGE = [
    Reporter("bigmail.example", "bigmail.example", "noreply-dmarc-support@bigmail.example", 22,
             "zip", "https://support.bigmail.example/a/answer/2466580", has_np=True,
             has_scope=False, has_empty_comment=True, mail="whole"),
    Reporter("Enterprise Lookmail", "enterprise.lookmail.example", "dmarcreport@lookmail.example",
             16, **OFFICE),
    Reporter("Lookmail.example", "protection.lookmail.example", "dmarcreport@lookmail.example", 8,
             **OFFICE),
    Reporter("Ahoy", "ahoymail.example", "dmarchelp@ahoymail.example", 11,
             declaration='<?xml version="1.0"?>', most_signatures=2),
    Reporter("Pochta", "pochta.example", "dmarc_support@pochta.example", 5,
             contact="http://help.pochta.example/mail-help", indent="", has_scope=False,
             most_signatures=2, period=86400),
    Reporter("cablepost.example", "cablepost.example", "dmarc-reports@cablepost.example", 5,
             indent=" ", has_selector=False, most_signatures=2),
    Reporter("MAILRIVER-SES", "mailriver.example", "postmaster@mailriver.example", 12,
             declaration='<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
             has_version=True, has_fo=True, envelopes="from", period=86400),
]

# Gzip can be read in pieces, and this one writes neither much nor little.
OF_GIANTS = LARGE[3]


def _small(host):
    """A small host may run any of three programs."""
    name = host.split(".", 1)[1]
    email = f"postmaster@{host}"
    return [
        Reporter(name, host, email, 13, has_fo=True, envelopes="from", **SMALL),
        Reporter(name, host, email, 3, "zip", indent="\t", has_human_result=True, **SMALL),
        Reporter(f"Müller & Söhne Mail ({name})", host, email, 5, "xml", indent="    ",
                 declaration='<?xml version="1.0" encoding="utf-8"?>',
                 root='<feedback xmlns="http://dmarc.org/dmarc-xml/0.1">', has_fo=True,
                 has_human_result=True, envelopes="from", **SMALL),
    ]


# Each with how often it reports.
ALL = [(reporter, float(reporter.weight)) for reporter in LARGE] + [
    (reporter, reporter.weight / len(HOSTS)) for host in HOSTS for reporter in _small(host)]
