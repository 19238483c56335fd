"""How much of which mail goes out on which day.

Each function gives (flow, messages) pairs of one policy domain on one day. Addresses are those
kept for documentation: own servers in 192.0.2.0/24, services in 198.51.100.0/24, forwarders,
lists and some spoofers in 203.0.113.0/24, most spoofers scattered over 2001:db8::/32.
"""

from . import days, flows
from .dice import HEX, Dice

COM_SERVERS = ("192.0.2.10", "192.0.2.11", "192.0.2.12", "2001:db8:10::25")
SHOP_SERVER = "192.0.2.20"
ORG_SERVERS = ("192.0.2.40", "192.0.2.41", "2001:db8:40::25")
NET_SERVERS = ("192.0.2.60", "192.0.2.61")
NEW_SERVER = "192.0.2.80"
CLUB_SERVER = "192.0.2.90"
NEWSLETTER = tuple(f"198.51.100.{n}" for n in range(64, 70))
TICKETS = ("198.51.100.97", "198.51.100.98")
PAYROLL_SET_RIGHT = ("198.51.100.81", "198.51.100.82")
PAYROLL_NOT_YET = ("198.51.100.83", "198.51.100.84")

WAVE_FIRST, WAVE_LAST = days.day("2026-10-14"), days.day("2026-10-23")
WAVE_ADDRESSES = 420
NEW_FIRST = days.LAST - 8
PAYDAYS = tuple(days.day(text) for text in (
    "2026-09-28", "2026-09-29", "2026-09-30", "2026-10-28", "2026-10-29", "2026-10-30"))
ATTACKERS = ("cheap-offers.example", "invoice-alerts.example", "parcel-notice.example",
             "prize-desk.example", "account-desk.example", "fast-refund.example")


def of(domain, day):
    """The mail of a policy domain on a day."""
    return _TRAFFIC[domain](day, Dice("traffic", domain, day))


def _daily(day, dice, weekday, weekend):
    return dice.around(weekend if days.is_weekend(day) else weekday)


def _own(domain, servers, total, dice):
    """Own servers share the mail; one signature in 250 breaks on the way."""
    mail = []
    for server in servers:
        count = dice.around(total / len(servers), 0.1)
        broken = sum(dice.chance(0.004) for _ in range(count))
        mail.append((flows.own(domain, server), count - broken))
        mail.append((flows.own_bad_signature(domain, server), broken))
    return mail


def _com(day, dice):
    domain = "example.com"
    mail = _own(domain, COM_SERVERS, _daily(day, dice, 700, 180), dice)
    mail.append((flows.bounce(domain, COM_SERVERS[0]), dice.between(1, 6)))
    mail.append((flows.own(domain, SHOP_SERVER, "shop.example.com"), dice.around(90)))
    mail += _newsletter(domain, day, dice) + _payroll(domain, day, dice)
    mail += _forwarded(domain, dice, 24) + _list(domain, dice)
    mail += _background_spoofing(domain, dice, 5)
    mail += _background_spoofing("billing.example.com", dice, 2)
    return mail


def _newsletter(domain, day, dice):
    total = dice.around(1500) if days.is_tuesday(day) else dice.around(30)
    return [(flows.newsletter(domain, source), dice.around(total / len(NEWSLETTER)))
            for source in NEWSLETTER]


def _payroll(domain, day, dice):
    if day not in PAYDAYS:
        return []
    right = [flows.payroll(domain, source, True) for source in PAYROLL_SET_RIGHT]
    wrong = [flows.payroll(domain, source, False) for source in PAYROLL_NOT_YET]
    return [(flow, dice.between(4, 6)) for flow in right + wrong]


def _forwarded(domain, dice, total):
    return [
        (flows.forwarded_rewriting(domain, "203.0.113.5", "alumni.example"), dice.around(total)),
        (flows.forwarded_rewriting(domain, "2001:db8:5::5", "alumni.example"),
         dice.around(total / 3)),
        (flows.forwarded_plain(domain, "203.0.113.12"), dice.around(total / 2)),
        (flows.forwarded_broken(domain, "203.0.113.17", "banner-forward.example"),
         dice.between(0, max(1, total // 6))),
    ]


def _list(domain, dice):
    host = "lists.clubs.example"
    return [(flows.mailing_list(domain, source, host), dice.between(2, 12))
            for source in ("203.0.113.33", "2001:db8:33::33")]


def _background_spoofing(domain, dice, most):
    return [(_unauthenticated(domain, _scattered_address(dice), dice), dice.between(1, 3))
            for _ in range(dice.between(0, most))]


def _unauthenticated(domain, source, dice):
    if dice.chance(0.02):
        return flows.spoof_bad_signature(domain, source)
    if dice.chance(0.7):
        return flows.spoof(domain, source)
    return flows.spoof_from_nowhere(domain, source, f"host{dice.between(1, 99)}.botnet.example")


def _scattered_address(dice):
    if dice.chance(0.12):
        return f"203.0.113.{dice.between(128, 254)}"
    network = dice.one_of("89abcdef") + dice.text(HEX, 3)
    return f"2001:db8:{network}:{dice.one_of(HEX[1:])}::{dice.one_of(HEX[1:])}{dice.text(HEX, 3)}"


def _org(day, dice):
    domain = "example.org"
    mail = _own(domain, ORG_SERVERS, _daily(day, dice, 330, 90), dice)
    if WAVE_FIRST <= day <= WAVE_LAST:
        mail += _wave(domain, day)
    return mail


def _wave(domain, day):
    """Every address sends on one or two of the ten days; a few are authenticated as others."""
    mail = []
    for number in range(WAVE_ADDRESSES):
        dice = Dice("wave", domain, number)
        source, usual = _scattered_address(dice), WAVE_FIRST + number % 10
        active = (usual, dice.between(WAVE_FIRST, WAVE_LAST)) if dice.chance(0.4) else (usual,)
        if dice.chance(0.05):
            flow = flows.spoof_authenticated(domain, source, ATTACKERS[number % len(ATTACKERS)])
            volume = 2
        else:
            flow, volume = _unauthenticated(domain, source, dice), dice.between(2, 12)
        if day in active:
            mail.append((flow, volume))
    return mail


def _net(day, dice):
    domain = "example.net"
    mail = _own(domain, NET_SERVERS, _daily(day, dice, 240, 90), dice)
    return mail + _forwarded(domain, dice, 5) + _background_spoofing(domain, dice, 3)


def _parked(day, dice):
    domain = "parked.example"
    return [(_unauthenticated(domain, _scattered_address(dice), dice), dice.between(1, 4))
            for _ in range(dice.between(3, 12))]


def _new(day, dice):
    if day < NEW_FIRST:
        return []
    return _own("new.example", (NEW_SERVER,), _daily(day, dice, 70, 30), dice)


def _club(day, dice):
    """The club's own mail, and tickets that somebody sells for it from Thursday to Saturday."""
    domain = "club.example"
    mail = _own(domain, (CLUB_SERVER,), _daily(day, dice, 60, 45), dice)
    if days.is_end_of_week(day):
        mail += [(flows.tickets(domain, source), dice.around(8)) for source in TICKETS]
    return mail + _background_spoofing(domain, dice, 1)


_TRAFFIC = {"example.com": _com, "example.org": _org, "example.net": _net,
            "parked.example": _parked, "new.example": _new,
            "club.example": _club}
DOMAINS = tuple(_TRAFFIC)
VERDICTS = {"example.com": "fix", "example.org": "ready", "example.net": "ready",
            "parked.example": "parked", "new.example": "wait",
            "club.example": "ask"}
