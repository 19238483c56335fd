internal import Analysis
public import ArgumentParser
public import DMARC
internal import Facts
internal import PublicSuffix
internal import ReportOutput

/// `dmarc-report what-if`: the window's mail under another record.
struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "Shows what would have become of the window's mail under another record.",
    discussion: """
      Worked out from the recomputed alignment. Without options: the policy in force.

        $ dmarc-report what-if --p reject --domain example.com
        $ dmarc-report what-if --p reject --without-dkim mailer.example
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var window: WindowOptions

  @Option(help: "The policy of the domain.")
  var p: Policy?
  @Option(help: "The policy of its subdomains.")
  var sp: Policy?
  @Option(help: "How DKIM must align: r or s.")
  var adkim: AlignmentMode?
  @Option(help: "How SPF must align: r or s.")
  var aspf: AlignmentMode?
  @Option(
    help: ArgumentHelp(
      "Suppose that SPF no longer passes for this address, block or domain.",
      valueName: "source"),
    completion: .senders)
  var withoutSpf: [String] = []
  @Option(
    help: ArgumentHelp(
      "Suppose that this domain's signatures no longer pass.", valueName: "domain"),
    completion: .senders)
  var withoutDkim: [String] = []

  @Option(
    help: ArgumentHelp(
      "How many senders of a domain at the most, 0 for all; tables have 40 unless told otherwise.",
      valueName: "n"))
  var limit: Int?

  @OptionGroup var format: FormatOptions

  func run() throws {
    let store = try database.open(for: .reading)
    let filter = try window.filter(store)
    let facts = try store.facts(filter, naming: .everything)
    let change = WhatIfChange(
      p: p, sp: sp, adkim: adkim, aspf: aspf, withoutSPF: withoutSpf, withoutDKIM: withoutDkim)
    let reports = WhatIfAnalysis(domains: PublicSuffixList()).reports(on: facts, change: change)
    let empty = EmptyWindow(facts, filter)
    try format.write(
      WhatIfAnswer(reports, limit: format.rowLimit(limit), empty: empty).document)
  }
}

extension AlignmentMode: ExpressibleByArgument {}
