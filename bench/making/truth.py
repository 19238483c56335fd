"""What is true of a mailbox: whoever imports it must find the same."""

from collections import defaultdict


class Truth:
    """Sums over all reports, and over those of each domain."""

    def __init__(self, seed):
        self.sums = defaultdict(int, seed=seed)
        self.dispositions = defaultdict(int)
        self.domains = defaultdict(lambda: defaultdict(int))
        self.sources = set()

    def begin_report(self, domain):
        self.sums["reports"] += 1
        self.domains[domain]["reports"] += 1

    def end_report(self, xml):
        self.sums["xml_bytes"] += len(xml)

    def add(self, domain, flow):
        """A record."""
        self.sources.add(flow.address)
        self.dispositions[flow.disposition] += flow.messages
        self.sums["dkim_results"] += len(flow.signatures)
        self.sums["spf_results"] += 1
        self.sums["reasons"] += len(flow.reasons)
        for sums in (self.sums, self.domains[domain]):
            sums["records"] += 1
            sums["messages"] += flow.messages
            sums["dmarc_pass"] += flow.messages * flow.passes
            sums["dkim_pass"] += flow.messages * flow.dkim_aligned
            sums["spf_pass"] += flow.messages * flow.spf_aligned

    @property
    def values(self):
        """All of it, for JSON."""
        return {**self.sums, "sources": len(self.sources),
                "dispositions": dict(sorted(self.dispositions.items())),
                "domains": dict(sorted(self.domains.items()))}
