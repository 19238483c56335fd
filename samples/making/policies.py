"""What the domains of Example Widgets publish, and since when."""

from . import days
from .values import Policy

QUARANTINE_IN_EARNEST = days.day("2026-09-10")
_STEADY = {
    "example.com": Policy("example.com", "none", "quarantine", "quarantine"),
    "example.org": Policy("example.org", "none", "none", "none"),
    "parked.example": Policy("parked.example", "none", "none", "none"),
    "new.example": Policy("new.example", "none", "none", "none"),
    "club.example": Policy("club.example", "none", "none", "none"),
}


def published(domain, day):
    if domain == "example.net":
        return Policy(domain, "quarantine", "quarantine", "reject", day < QUARANTINE_IN_EARNEST)
    return _STEADY[domain]
