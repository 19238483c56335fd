public import ArgumentParser

/// The program: its subcommands, and what all of them share.
public struct DMARCReport: ParsableCommand {
  /// What the program is called, says of itself and can do.
  public static let configuration = CommandConfiguration(
    commandName: "dmarc-report",
    abstract: "Reads DMARC aggregate reports and says when the policy can move to reject.",
    discussion: """
      Import a mailbox of reports, look at who sends in your domain's name, and find out what \
      stands between your policy and p=reject.

        $ dmarc-report import ~/Maildir/.dmarc
        $ dmarc-report summary --days 30 --domain example.com
        $ dmarc-report readiness --domain example.com
        $ dmarc-report export --level domain --output dmarc.csv
      """,
    version: Version.text,
    subcommands: [
      ImportCommand.self, OverviewCommand.self, SummaryCommand.self, ReadinessCommand.self,
      PageCommand.self, WhatIfCommand.self,
      SourceCommand.self, TLSCommand.self, FailuresCommand.self, DomainCommand.self,
      DomainsCommand.self, ConfigCommand.self, ExportCommand.self, ReportsCommand.self,
      ShowCommand.self, ProblemsCommand.self, StatusCommand.self, CheckCommand.self,
      BackupCommand.self, AlertsCommand.self, DigestCommand.self, MetricsCommand.self,
      PruneCommand.self, VacuumCommand.self, WordsCommand.self,
    ])

  /// A command line without arguments.
  public init() {}
}
