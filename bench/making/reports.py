"""Reports as XML."""

import hashlib
from dataclasses import dataclass
from xml.sax.saxutils import escape

from .reporters import ALL, Reporter
from .world import RECIPIENTS

FIRST_DAY = 1_709_251_200  # 2024-03-01 00:00 UTC
DAYS = 90
A_DAY = 86400


@dataclass(frozen=True)
class Report:
    """A report, and what its mail needs to know of it."""

    reporter: Reporter
    domain: str
    begin: int
    end: int
    id: str
    xml: bytes


class ReportMaker:
    """Draws reports and writes them down; what they add up to goes into the truth."""

    def __init__(self, world, flows, truth, seed):
        self.world, self.flows, self.truth, self.seed = world, flows, truth, seed
        self.dice = world.dice

    def reporter(self):
        """One of those that report, the busy ones more often."""
        return self.dice.choices([who for who, _ in ALL], [weight for _, weight in ALL])[0]

    def report(self, number, reporter, records):
        """A report of so many records."""
        domain = self.dice.choices(self.world.domains, self.world.weights)[0]
        begin = FIRST_DAY + A_DAY * self.dice.randrange(DAYS)
        if reporter.rolling:
            begin += self.dice.randrange(A_DAY)
        end = begin + reporter.period
        name = hashlib.sha256(f"{self.seed}/{number}".encode()).hexdigest()[:32]
        lines = [reporter.declaration, "\n", reporter.root]
        self._head(lines, reporter, domain, begin, end, name)
        self.truth.begin_report(domain)
        for _ in range(records):
            flow = self.flows.flow(domain)
            del flow.signatures[reporter.most_signatures:]
            self._record(lines, reporter, flow)
            self.truth.add(domain, flow)
        lines.append("\n</feedback>\n")
        xml = "".join(lines).encode()
        self.truth.end_report(xml)
        return Report(reporter, domain, begin, end, name, xml)

    def _head(self, out, reporter, domain, begin, end, name):
        one, two, three = ("\n" + reporter.indent * depth for depth in (1, 2, 3))
        policy = self.world.policies[domain]
        if reporter.has_version:
            out.append(f"{one}<version>1.0</version>")
        contact = f"{two}<extra_contact_info>{reporter.contact}</extra_contact_info>"
        out.append(f"{one}<report_metadata>{two}<org_name>{escape(reporter.name)}</org_name>"
                   f"{two}<email>{reporter.email}</email>{contact if reporter.contact else ''}"
                   f"{two}<report_id>{name}</report_id>{two}<date_range>{three}<begin>{begin}"
                   f"</begin>{three}<end>{end}</end>{two}</date_range>{one}</report_metadata>")
        np = f"{two}<np>{policy.sp}</np>" if reporter.has_np else ""
        fo = f"{two}<fo>{policy.fo}</fo>" if reporter.has_fo else ""
        out.append(f"{one}<policy_published>{two}<domain>{domain}</domain>{two}<adkim>"
                   f"{policy.adkim}</adkim>{two}<aspf>{policy.aspf}</aspf>{two}<p>{policy.p}</p>"
                   f"{two}<sp>{policy.sp}</sp>{two}<pct>{policy.pct}</pct>{np}{fo}"
                   f"{one}</policy_published>")

    def _record(self, out, reporter, flow):
        one, two, three, four, five = ("\n" + reporter.indent * depth for depth in range(1, 6))
        dkim, spf = ("pass" if aligned else "fail"
                     for aligned in (flow.dkim_aligned, flow.spf_aligned))
        out.append(f"{one}<record>{two}<row>{three}<source_ip>{flow.address}</source_ip>{three}"
                   f"<count>{flow.messages}</count>{three}<policy_evaluated>{four}<disposition>"
                   f"{flow.disposition}</disposition>{four}<dkim>{dkim}</dkim>{four}<spf>{spf}"
                   f"</spf>")
        for word, comment in flow.reasons:
            shown = comment is not None or reporter.has_empty_comment
            text = f"{five}<comment>{escape(comment or '')}</comment>" if shown else ""
            out.append(f"{four}<reason>{five}<type>{word}</type>{text}{four}</reason>")
        out.append(f"{three}</policy_evaluated>{two}</row>{two}<identifiers>")
        if reporter.envelopes == "both":
            out.append(f"{three}<envelope_to>{self.dice.choice(RECIPIENTS)}</envelope_to>")
        if reporter.envelopes:
            out.append(f"{three}<envelope_from>{flow.envelope_from}</envelope_from>")
        out.append(f"{three}<header_from>{flow.header_from}</header_from>{two}</identifiers>"
                   f"{two}<auth_results>")
        for domain, selector, result in flow.signatures:
            key = f"{four}<selector>{selector}</selector>" if reporter.has_selector else ""
            human = ""
            if reporter.has_human_result and result != "pass":
                why = "body hash did not verify" if result == "fail" else ""
                human = f"{four}<human_result>{why}</human_result>"
            out.append(f"{three}<dkim>{four}<domain>{domain}</domain>{key}{four}<result>{result}"
                       f"</result>{human}{three}</dkim>")
        domain, scope, result = flow.spf
        scope = f"{four}<scope>{scope}</scope>" if reporter.has_scope else ""
        out.append(f"{three}<spf>{four}<domain>{domain}</domain>{scope}{four}<result>{result}"
                   f"</result>{three}</spf>{two}</auth_results>{one}</record>")
