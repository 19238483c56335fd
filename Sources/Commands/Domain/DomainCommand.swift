internal import ArgumentParser

/// `dmarc-report domain`: what DNS says of a domain, beside what the reports say.
struct DomainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "domain",
    abstract: "Checks what a domain publishes in DNS, against what receivers report.",
    discussion: """
      Nothing is ever written to a DNS server. Ends with status 0 when all is well, with 11 when \
      something must or should be changed, and with 12 when something could not be found out.

        $ dmarc-report domain example.com
        $ dmarc-report domain lint --kind spf "v=spf1 mx -all"
        $ dmarc-report domain spf example.com --ip 192.0.2.1
      """,
    subcommands: [
      DomainCheckCommand.self, DomainLintCommand.self, DomainSPFCommand.self,
      DomainPolicyCommand.self, DomainZoneCommand.self, DomainRecordCommand.self,
    ],
    defaultSubcommand: DomainCheckCommand.self)
}
