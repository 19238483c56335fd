"""What an importer must find, counted while the mails are made."""

import ipaddress

from . import days, reporters, reports, traffic


def of(mails):
    """All the numbers, then the same numbers of the last thirty days."""
    accepted = [report for delivery in mails for report in delivery.accepted]
    window = [report for report in accepted if report.day >= days.WINDOW_FIRST]
    return {
        "mailbox": _mailbox(mails, accepted),
        "expected": traffic.VERDICTS,
        "gaps": _gaps(),
        **numbers(accepted, days.FIRST),
        "window": numbers(window, days.WINDOW_FIRST),
    }


def _mailbox(mails, accepted):
    outcomes = [delivery.outcome for delivery in mails]
    kinds = ("tls_report", "failure_report", "no_report")
    return {"mails": len(mails), "accepted": len(accepted),
            "duplicates": outcomes.count("duplicate"), "conflicts": outcomes.count("conflict"),
            "refused": outcomes.count("refused"),
            "set_aside": {kind: outcomes.count(kind) for kind in kinds}}


def _gaps():
    silent = reporters.LOOKMAIL.silent
    return {"days_without_reports": [days.name(reports.DAY_WITHOUT_REPORTS)],
            "silent": {reporters.LOOKMAIL.org_name: [days.name(day) for day in silent]}}


def numbers(accepted, first_day):
    """The numbers of some reports."""
    return {
        "first_day": days.name(first_day), "last_day": days.name(days.LAST),
        "totals": _totals(accepted),
        "domains": _grouped(accepted, lambda report: report.policy.domain, _domain),
        "reporters": _grouped(accepted, lambda report: report.reporter.org_name, _totals),
        "days": _messages(accepted, lambda report, record: days.name(report.day)),
        "roles": _messages(accepted, lambda report, record: record.flow.role),
    }


def _grouped(accepted, key, summary):
    groups = {}
    for report in accepted:
        groups.setdefault(key(report), []).append(report)
    return {name: summary(groups[name]) for name in sorted(groups)}


def _domain(accepted):
    """The numbers of a policy domain."""
    return {
        **_totals(accepted),
        "dispositions": _messages(accepted, lambda report, record: record.disposition),
        "from_domains": _passing(accepted, lambda record: record.flow.header_from),
        "roles": _passing(accepted, lambda record: record.flow.role),
        "sources": _passing(accepted, lambda record: _address(record.flow.source)),
    }


def _address(text):
    return str(ipaddress.ip_address(text))


def _totals(accepted):
    records = [record for report in accepted for record in report.records]

    def messages(condition):
        return sum(record.count for record in records if condition(record.flow))

    return {"reports": len(accepted), "records": len(records),
            "messages": messages(lambda flow: True),
            "dmarc_pass": messages(lambda flow: flow.passes),
            "dkim_pass": messages(lambda flow: flow.dkim_aligned),
            "spf_pass": messages(lambda flow: flow.spf_aligned)}


def _messages(accepted, key):
    counts = {}
    for report in accepted:
        for record in report.records:
            name = key(report, record)
            counts[name] = counts.get(name, 0) + record.count
    return dict(sorted(counts.items()))


def _passing(accepted, key):
    counts = {}
    for record in (record for report in accepted for record in report.records):
        entry = counts.setdefault(key(record), {"messages": 0, "pass": 0})
        entry["messages"] += record.count
        entry["pass"] += record.count if record.flow.passes else 0
    return dict(sorted(counts.items()))
