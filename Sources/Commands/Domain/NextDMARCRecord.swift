internal import Analysis
internal import DMARC
internal import DNS
internal import DomainAudit
internal import PublicSuffix
internal import PublishedRecords
internal import Facts
internal import Resolver

/// The DMARC record to publish next: what `readiness` says, made from the record of now.
struct NextDMARCRecord {
  let mail: DomainMailOptions
  let resolver: ResolverArguments

  func make(_ domain: String) throws -> PublishableRecord {
    let source = try resolver.open()
    let answer = try Waiting.value { await source.ask("_dmarc.\(domain)", .txt) }
    let published = answer.texts.first(where: DMARCPolicyRecord.isDMARC)
    let name = "_dmarc.\(domain)"
    guard let next = try next(domain, from: published) else {
      return PublishableRecord(
        name, published ?? "v=DMARC1; p=none; rua=mailto:dmarc-reports@\(domain)",
        note: "no reports are known: ask for them first, and wait a month")
    }
    return next.isChange
      ? PublishableRecord(name, next.record)
      : PublishableRecord(name, next.record, note: "readiness advises no change now")
  }

  private func next(_ domain: String, from published: String?) throws -> NextStep? {
    let store: any ReportStorage
    do {
      store = try mail.database.open(for: .reading)
    } catch StoreError.missing where mail.database.database == nil {
      return nil
    }
    var filter = try mail.window.filter(store)
    filter.domains = [domain]
    var options = ReadinessOptions()
    options.domains = [domain]
    if let published, let record = try? DMARCRecord(reading: published) {
      options.records[domain] = record
    }
    let facts = try store.facts(filter, naming: .everything)
    let report = ReadinessAnalysis(domains: PublicSuffixList(), options: options).report(on: facts)
    return report.domains.first { $0.domain == domain }?.next
  }
}
