"""Turns the mail of a day into what each receiver reports of it."""

from . import days, policies, reporters, traffic
from .dice import Dice
from .values import Reason, Record, Report

DAY_WITHOUT_REPORTS = days.day("2026-09-06")


def all_reports():
    """Every report of the two months, by day, policy domain and reporter."""
    return [report for day in days.ALL if day != DAY_WITHOUT_REPORTS
            for domain in traffic.DOMAINS for report in _reports_of(domain, day)]


def _reports_of(domain, day):
    seen = _split_among_receivers(traffic.of(domain, day), Dice("split", domain, day))
    for reporter in reporters.ALL:
        if _reports(reporter, domain, day) and seen[reporter.host]:
            yield _report(reporter, domain, day, seen[reporter.host])


def _reports(reporter, domain, day):
    dice = Dice("diligence", reporter.host, domain, day)
    return day not in reporter.silent and dice.chance(reporter.diligence.get(domain, 0))


def _split_among_receivers(mail, dice):
    """Each message goes to one receiver; those that go elsewhere are seen by none of ours."""
    shares = [(reporter.host, reporter.share) for reporter in reporters.ALL]
    seen = {reporter.host: {} for reporter in reporters.ALL}
    for flow, messages in mail:
        for _ in range(messages):
            host = dice.weighted(shares)
            if host:
                seen[host][flow] = seen[host].get(flow, 0) + 1
    return seen


def _report(reporter, domain, day, seen):
    dice = Dice("report", reporter.host, domain, day)
    begin = _begin(reporter, day)
    policy = policies.published(domain, day)
    records = tuple(_record(reporter, policy, flow, count, dice) for flow, count in seen.items())
    identifier = reporter.report_id(domain, begin, dice)
    return Report(reporter, policy, identifier, begin, begin + reporter.period, records)


def _begin(reporter, day):
    """Periods that do not start at midnight start so that their middle is in the day."""
    begin = days.start(day) + reporter.offset
    late = reporter.offset + reporter.period // 2 >= days.SECONDS
    return begin - days.SECONDS if late else begin


def _record(reporter, policy, flow, count, dice):
    reason = reporter.reason(flow, dice)
    if flow.passes:
        passing = "pass" if reporter.style.rfc9990 and policy.p != "none" else "none"
        return Record(flow, count, passing, reason)
    asked = policy.effective(flow.header_from)
    if reason is None and policy.testing and asked != "none":
        reason = Reason("policy_test_mode" if reporter.style.rfc9990 else "sampled_out")
    return Record(flow, count, "none" if reason else asked, reason)
