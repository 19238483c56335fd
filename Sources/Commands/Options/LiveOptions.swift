internal import Analysis
internal import ArgumentParser
internal import DMARC
internal import DNS
internal import ReportOutput

/// Whether DNS is asked for the records that domains publish now; nothing asks it unless told.
struct LiveOptions: ParsableArguments {
  @Flag(
    help: """
      Ask DNS for the record published now, and make the next one from it, as --record does; \
      reports tell what receivers saw until yesterday.
      """)
  var live = false

  @OptionGroup var resolver: ResolverArguments

  /// The records of the domains that DNS knows, by domain; what it does not know is warned of.
  func records(of domains: Set<String>) throws -> [String: DMARCRecord] {
    guard live else { return [:] }
    let source = try resolver.open()
    let answers = try Waiting.value {
      await withTaskGroup(of: (String, DNSAnswer).self) { group in
        for domain in domains {
          group.addTask { (domain, await source.ask("_dmarc.\(domain)", .txt)) }
        }
        return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
      }
    }
    var records: [String: DMARCRecord] = [:]
    for (domain, answer) in answers.sorted(by: { $0.key < $1.key }) {
      records[domain] = record(of: domain, answer)
    }
    return records
  }

  private func record(of domain: String, _ answer: DNSAnswer) -> DMARCRecord? {
    if let trouble = answer.trouble {
      Diagnostics().warning(
        "\(domain): the policy of reports is used", why: "DNS did not tell: \(trouble.sentence)")
      return nil
    }
    let record = answer.texts.lazy.compactMap { try? DMARCRecord(reading: $0) }.first
    if record == nil {
      Diagnostics().warning(
        "\(domain): the policy of reports is used", why: "it publishes no DMARC record now")
    }
    return record
  }
}
