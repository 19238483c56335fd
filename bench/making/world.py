"""Who owns domains, who sends mail in their name, and from where."""

import ipaddress
from dataclasses import dataclass

DOMAINS = 40
FIRST_WORDS = ("acme north blue nova river stone bright kappa delta orbit pine vector lumen harbor "
               "cedar quanta ember atlas zephyr mosaic").split()
SECOND_WORDS = ("works bank labs mail shop media group soft logistics health energy foods travel "
                "press systems").split()
SUBDOMAINS = "mail news mkt bounce em1234 crm support billing alerts send".split()

# Services that send for others: name, selector, how many addresses.
SERVICES = [("sendpost.example", "s1", 300), ("mailriver.example", "224i4yxa5dv7c2xz3womw6pe", 400),
            ("gunmail.example", "mta", 120), ("letterfly.example", "k1", 150),
            ("bigmail.example", "20230601", 250), ("lookmail.example", "selector1", 300),
            ("sparkmail.example", "scph0124", 80), ("hubmail.example", "hs1", 60)]
FORWARDERS = ("bigmail.example lists.clubs.example groups.example alumni.example forward.example "
              "friends.example cloudmail.example campus.example").split()
STRANGERS = ["hostmaster.example", "vps1234.example", "static.example", "customer.example", "",
             "mx.bulk.example", "bulk.example"]
RECIPIENTS = ("bigmail.example lookmail.example ahoymail.example cablepost.example pochta.example "
              "adatum.example campus.example").split()

BENCHMARKS = int(ipaddress.IPv4Address("198.18.0.0")), 2 ** 17
RESERVED = int(ipaddress.IPv4Address("240.0.0.0")), 2 ** 28


@dataclass(frozen=True)
class Policy:
    """What a domain publishes."""

    p: str
    sp: str
    adkim: str
    aspf: str
    pct: int
    fo: str


class World:
    """The domains, and the addresses their mail comes from; all of it drawn with one dice."""

    def __init__(self, dice):
        self.dice = dice
        self.domains = self._domains()
        self.weights = [1 / (place + 1) ** 0.8 for place in range(len(self.domains))]
        self.policies = {domain: self._policy() for domain in self.domains}
        self.servers = {domain: self._addresses(dice.randint(2, 12), 0.2)
                        for domain in self.domains}
        self.services = {domain: dice.sample(SERVICES, dice.randint(2, 4))
                         for domain in self.domains}
        self.pools = {name: self._addresses(count, 0.15) for name, _, count in SERVICES}
        self.forwarders = self._addresses(500, 0.25)

    def _domains(self):
        names = []
        while len(names) < DOMAINS:
            name = self.dice.choice(FIRST_WORDS) + self.dice.choice(SECOND_WORDS) + ".example"
            if name not in names:
                names.append(name)
        return names

    def _policy(self):
        p = self.dice.choice(["none", "none", "quarantine", "reject", "reject"])
        return Policy(p, self.dice.choice([p, "none", p]), self.dice.choice("rrrs"),
                      self.dice.choice("rrrs"), self.dice.choice([100] * 9 + [50]),
                      self.dice.choice(["0", "1", "1:d:s", "0"]))

    def _addresses(self, count, share_of_v6):
        return [self._v6() if self.dice.random() < share_of_v6 else self._v4(*BENCHMARKS)
                for _ in range(count)]

    def _v4(self, first, count):
        return str(ipaddress.IPv4Address(first + self.dice.randrange(count)))

    def _v6(self):
        network, host = self.dice.randrange(1, 2 ** 16), self.dice.randrange(1, 2 ** 48)
        return str(ipaddress.IPv6Address(0x20010DB8 << 96 | network << 80 | host))

    def stranger(self):
        """An address that nobody knows."""
        return self._v6() if self.dice.random() < 0.12 else self._v4(*RESERVED)
