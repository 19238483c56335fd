"""What the story is made of."""

from dataclasses import dataclass

from . import days


@dataclass(frozen=True)
class Signature:
    domain: str
    selector: str
    result: str


@dataclass(frozen=True)
class SPFCheck:
    domain: str
    result: str
    scope: str = "mfrom"


@dataclass(frozen=True)
class Flow:
    """Mail that is alike: what a record says before a receiver judges it.

    The role is for the truth alone; no report shows it.
    """

    role: str
    source: str
    header_from: str
    envelope_from: str
    dkim: tuple
    spf: SPFCheck
    dkim_aligned: bool
    spf_aligned: bool

    @property
    def passes(self):
        return self.dkim_aligned or self.spf_aligned


@dataclass(frozen=True)
class Reason:
    type: str
    comment: str = ""


@dataclass(frozen=True)
class Record:
    flow: Flow
    count: int
    disposition: str
    reason: Reason | None = None


@dataclass(frozen=True)
class Policy:
    domain: str
    p: str
    sp: str
    np: str
    testing: bool = False

    def effective(self, header_from):
        """What the owner asks for: sp below the policy domain, else p."""
        return self.p if header_from == self.domain else self.sp


@dataclass(frozen=True)
class Report:
    reporter: object
    policy: Policy
    report_id: str
    begin: int
    end: int
    records: tuple

    @property
    def key(self):
        return (self.reporter.org_name, self.policy.domain, self.report_id, self.begin, self.end)

    @property
    def day(self):
        return days.middle_day(self.begin, self.end)
