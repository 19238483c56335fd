"""Mail of one kind from one place, as a receiver sees it: what a record is about."""

from dataclasses import dataclass, field

from .world import FORWARDERS, STRANGERS, SUBDOMAINS

STRANGE_SPF = ["fail", "softfail", "none", "permerror", "temperror", "neutral", "pass"]
STRANGE_DKIM = ["fail", "permerror", "neutral", "none", "policy"]


@dataclass
class Flow:
    """What the mail shows, and what the receiver made of it."""

    header_from: str
    messages: int
    address: str = ""
    envelope_from: str = ""
    signatures: list = field(default_factory=list)  # domain, selector, result
    spf: tuple = ("", "mfrom", "none")  # domain, scope, result
    reasons: list = field(default_factory=list)  # type, comment
    dkim_aligned: bool = False
    spf_aligned: bool = False
    disposition: str = "none"

    @property
    def passes(self):
        """Whether DMARC passes."""
        return self.dkim_aligned or self.spf_aligned


class FlowMaker:
    """Draws mail of a domain: most is its own, some was forwarded, the rest is of strangers."""

    def __init__(self, world):
        self.world, self.dice = world, world.dice

    def flow(self, domain):
        """Some mail of a domain."""
        dice, policy = self.dice, self.world.policies[domain]
        kind = dice.random()
        header_from = domain if dice.random() < 0.72 else f"{dice.choice(SUBDOMAINS)}.{domain}"
        messages = 1 if dice.random() < 0.6 else min(200_000, int(dice.paretovariate(0.9)) + 1)
        flow = Flow(header_from, messages)
        if kind < 0.28:
            self._own(flow, domain)
        elif kind < 0.62:
            self._service(flow, domain)
        elif kind < 0.78:
            self._forwarded(flow, domain)
        else:
            self._stranger(flow)
        _evaluate(flow, domain, policy)
        self._excuse(flow, kind, policy)
        if not flow.passes and not flow.reasons:
            flow.disposition = policy.p if header_from == domain else policy.sp
        return flow

    def _own(self, flow, domain):
        flow.address = self.dice.choice(self.world.servers[domain])
        flow.envelope_from = flow.header_from
        selector, result = f"sel{self.dice.randint(1, 3)}", self._result(0.95)
        flow.signatures = [(flow.header_from, selector, result)]
        bad = self.dice.choice(["softfail", "neutral"])
        flow.spf = (flow.header_from, "mfrom", "pass" if self.dice.random() < 0.97 else bad)

    def _service(self, flow, domain):
        name, selector, _ = self.dice.choice(self.world.services[domain])
        flow.address = self.dice.choice(self.world.pools[name])
        is_its_own = self.dice.random() < 0.5
        flow.envelope_from = f"bounce.{name}" if is_its_own else f"em1234.{domain}"
        flow.spf = (flow.envelope_from, "mfrom", "pass")
        flow.signatures = [(domain, selector, self._result(0.93)), (name, selector, "pass")]
        if self.dice.random() < 0.3:
            self.dice.shuffle(flow.signatures)

    def _forwarded(self, flow, domain):
        name = self.dice.choice(FORWARDERS)
        flow.address = self.dice.choice(self.world.forwarders)
        flow.envelope_from = name
        result = self.dice.choice(["pass", "pass", "none", "pass", "softfail"])
        flow.spf = (name, "mfrom", result)
        selector = self.dice.choice(["sel1", "s1", "k1"])
        flow.signatures = [(domain, selector, self._result(0.7))]
        if self.dice.random() < 0.35:
            flow.signatures.append((name, "fwd", "pass"))

    def _stranger(self, flow):
        flow.address = self.world.stranger()
        name = self.dice.choice(STRANGERS)
        flow.envelope_from = name
        result = self.dice.choice(STRANGE_SPF) if name else "none"
        flow.spf = (name, self.dice.choice(["mfrom", "mfrom", "helo"]), result)
        if self.dice.random() < 0.12:
            signer = self.dice.choice(STRANGERS) or "spam.example"
            flow.signatures = [(signer, "default", self.dice.choice(STRANGE_DKIM))]

    def _excuse(self, flow, kind, policy):
        """Why a receiver would not follow the policy."""
        if flow.passes:
            return
        if 0.62 <= kind < 0.78 and self.dice.random() < 0.6:
            word = self.dice.choice(["local_policy", "mailing_list", "trusted_forwarder",
                                     "forwarded"])
            name = flow.envelope_from
            flow.reasons.append((word, self.dice.choice(
                ["arc=pass", f"arc=pass as.1.{name}=pass", None, f'list "{name}" & friends'])))
            if self.dice.random() < 0.08:
                flow.reasons.append(("other", "second <reason>"))
        elif kind >= 0.78 and policy.pct < 100 and self.dice.random() < 0.4:
            flow.reasons.append(("sampled_out", None))

    def _result(self, share):
        return "pass" if self.dice.random() < share else "fail"


def _evaluate(flow, domain, policy):
    """Alignment as RFC 9989 has it; every name here is the domain's or of somebody else."""
    def is_aligned(name, mode):
        if mode == "s":
            return name == flow.header_from
        return name == domain or name.endswith("." + domain)

    flow.dkim_aligned = any(result == "pass" and is_aligned(name, policy.adkim)
                            for name, _, result in flow.signatures)
    name, scope, result = flow.spf
    flow.spf_aligned = result == "pass" and scope == "mfrom" and is_aligned(name, policy.aspf)
