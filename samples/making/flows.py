"""The kinds of mail that go out under the names of Example Widgets."""

from .values import Flow, Signature, SPFCheck

NEWS = "news-service.example"
PAYROLL = "payroll.example"
TICKETS = "ticket-desk.example"


def own(domain, source, header_from=None):
    """An own server: signed and sent by the domain itself."""
    return Flow("own", source, header_from or domain, header_from or domain,
                (Signature(domain, "w2026", "pass"),),
                SPFCheck(header_from or domain, "pass"), True, True)


def own_bad_signature(domain, source):
    """An own server whose signature was broken on the way; SPF still carries it."""
    return Flow("own", source, domain, domain, (Signature(domain, "w2026", "fail"),),
                SPFCheck(domain, "pass"), False, True)


def bounce(domain, source):
    """A bounce of an own server: no envelope sender, so SPF looks at the EHLO name."""
    return Flow("own", source, domain, "", (Signature(domain, "w2026", "pass"),),
                SPFCheck("mx1." + domain, "pass", "helo"), True, True)


def newsletter(domain, source):
    return _service("newsletter", domain, source, NEWS, "nl1")


def tickets(domain, source):
    return _service("tickets", domain, source, TICKETS, "td3")


def _service(role, domain, source, service, selector):
    """Authenticated as the service alone: it never aligns."""
    bounces = "bounce." + service
    return Flow(role, source, domain, bounces, (Signature(service, selector, "pass"),),
                SPFCheck(bounces, "pass"), False, False)


def payroll(domain, source, set_right):
    """Half of the payroll service's machines sign for the customer, half do not yet."""
    service = Signature(PAYROLL, "pr7", "pass")
    customer = Signature(domain, "payroll", "pass")
    dkim = (customer, service) if set_right else (service,)
    bounces = "bounces." + PAYROLL
    return Flow("payroll", source, domain, bounces, dkim, SPFCheck(bounces, "pass"),
                set_right, False)


def forwarded_rewriting(domain, source, forwarder):
    """A forwarder that rewrites the envelope; the signature survives."""
    return Flow("forwarder", source, domain, forwarder, (Signature(domain, "w2026", "pass"),),
                SPFCheck(forwarder, "pass"), True, False)


def forwarded_plain(domain, source):
    """A forwarder that keeps the envelope, so that SPF fails; the signature survives."""
    return Flow("forwarder", source, domain, domain, (Signature(domain, "w2026", "pass"),),
                SPFCheck(domain, "fail"), True, False)


def forwarded_broken(domain, source, forwarder):
    """A forwarder that writes a banner into the mail: nothing survives."""
    return Flow("forwarder", source, domain, forwarder, (Signature(domain, "w2026", "fail"),),
                SPFCheck(forwarder, "pass"), False, False)


def mailing_list(domain, source, host):
    """A list that adds a footer, signs for itself and keeps the From line."""
    dkim = (Signature(domain, "w2026", "fail"), Signature(host, "list", "pass"))
    return Flow("list", source, domain, host, dkim, SPFCheck(host, "pass"), False, False)


def spoof(domain, source, result="fail"):
    """Somebody else, with the domain's name in the envelope too."""
    return Flow("spoof", source, domain, domain, (), SPFCheck(domain, result), False, False)


def spoof_from_nowhere(domain, source, envelope):
    """Somebody else, with an envelope sender that has no SPF record."""
    return Flow("spoof", source, domain, envelope, (), SPFCheck(envelope, "none"), False, False)


def spoof_authenticated(domain, source, attacker):
    """Somebody else, properly authenticated as a domain of their own."""
    return Flow("spoof", source, domain, attacker, (Signature(attacker, "s1", "pass"),),
                SPFCheck(attacker, "pass"), False, False)


def spoof_bad_signature(domain, source):
    """Somebody else, with a signature made up in the domain's name."""
    return Flow("spoof", source, domain, domain, (Signature(domain, "default", "permerror"),),
                SPFCheck(domain, "fail"), False, False)
