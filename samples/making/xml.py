"""Writes a report the way its reporter does."""

import ipaddress
from xml.sax.saxutils import escape

NAMESPACE = "urn:ietf:params:xml:ns:dmarc-2.0"


def document(report):
    """The bytes of a report."""
    style = report.reporter.style
    root_attributes = style.root_attributes
    if style.rfc9990:
        root_attributes += f' xmlns="{NAMESPACE}"'
    lines = [style.declaration, f"<feedback{root_attributes}>"]
    if style.comment:
        lines.append(f"<!-- {style.comment} -->")
    for element in _feedback(report):
        lines += _lines(element, style, 1)
    return (style.newline.join(lines + ["</feedback>"]) + style.newline).encode()


def _lines(element, style, depth):
    """An element, its parts in the reporter's order, as lines of text."""
    name, content = element
    margin = (style.indent or "") * depth
    if isinstance(content, str):
        return [f"{margin}<{name}>{escape(content)}</{name}>"]
    parts = reversed(content) if style.reversed else content
    inner = [line for part in parts for line in _lines(part, style, depth + 1)]
    return [f"{margin}<{name}>", *inner, f"{margin}</{name}>"]


def _feedback(report):
    style = report.reporter.style
    return _optional("version", style.version) + [
        ("report_metadata", _metadata(report)),
        ("policy_published", _policy(report.policy, style)),
    ] + [("record", _record(record, style)) for record in report.records]


def _optional(name, text):
    return [] if text is None else [(name, text)]


def _metadata(report):
    reporter = report.reporter
    padding = " " if reporter.style.padded_end else ""
    return [("org_name", reporter.org_name), ("email", reporter.email),
            *_optional("extra_contact_info", reporter.contact),
            ("report_id", report.report_id),
            ("date_range", [("begin", str(report.begin)), ("end", f"{report.end}{padding}")]),
            *_optional("generator", reporter.style.generator)]


def _policy(policy, style):
    elements = [("domain", policy.domain), ("adkim", "r"), ("aspf", "r"), ("p", policy.p)]
    if style.sp:
        elements.append(("sp", policy.sp))
    if not style.rfc9990:
        elements.append(("pct", "0" if policy.testing else "100"))
    if style.np:
        elements.append(("np", policy.np))
    if style.fo:
        elements.append(("fo", "1"))
    if style.rfc9990:
        elements += [("discovery_method", style.discovery),
                     ("testing", "y" if policy.testing else "n")]
    return elements


def _record(record, style):
    flow = record.flow
    return [("row", [("source_ip", _address(flow.source, style)), ("count", str(record.count)),
                     ("policy_evaluated", _evaluated(record))]),
            ("identifiers", _identifiers(flow, style)),
            ("auth_results", _auth_results(flow, style))]


def _address(text, style):
    """Some write IPv6 addresses out, in capitals."""
    return ipaddress.ip_address(text).exploded.upper() if style.long_addresses else text


def _evaluated(record):
    elements = [("disposition", record.disposition),
                ("dkim", _aligned(record.flow.dkim_aligned)),
                ("spf", _aligned(record.flow.spf_aligned))]
    if record.reason:
        comment = _optional("comment", record.reason.comment or None)
        elements.append(("reason", [("type", record.reason.type), *comment]))
    return elements


def _aligned(passes):
    return "pass" if passes else "fail"


def _identifiers(flow, style):
    elements = _optional("envelope_to", style.envelope_to)
    if style.envelope_from:
        elements.append(("envelope_from", flow.envelope_from))
    return elements + [("header_from", flow.header_from)]


def _auth_results(flow, style):
    dkim = [("dkim", _signature(signature, style)) for signature in flow.dkim]
    spf = [("spf", _spf(flow.spf, style))]
    return spf + dkim if style.spf_first else dkim + spf


def _signature(signature, style):
    selector = _optional("selector", signature.selector if style.selector else None)
    return [("domain", signature.domain), *selector, ("result", signature.result)]


def _spf(check, style):
    scope = "mfrom" if style.rfc9990 else check.scope
    return [("domain", check.domain), *_optional("scope", scope if style.scope else None),
            ("result", check.result)]
