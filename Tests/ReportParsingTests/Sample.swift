import DMARC
import ReportParsing

/// A report of parts that a test changes one at a time.
struct Sample {
  var metadata = """
    <org_name>Receiver</org_name><email>dmarc@receiver.example</email>\
    <report_id>r-1</report_id>\
    <date_range><begin>1764547200</begin><end>1764633599</end></date_range>
    """
  var policy = "<domain>example.com</domain><p>none</p>"
  var records = [Sample.record()]

  var text: String {
    "<feedback>" + head + records.joined() + "</feedback>"
  }

  var head: String {
    "<report_metadata>\(metadata)</report_metadata>"
      + "<policy_published>\(policy)</policy_published>"
  }

  static func record(
    source: String = "<source_ip>192.0.2.1</source_ip>", count: String = "<count>2</count>",
    evaluation: String = "<disposition>none</disposition><dkim>pass</dkim><spf>fail</spf>",
    identifiers: String = "<header_from>example.com</header_from>",
    results: String = signature()
  ) -> String {
    "<record><row>\(source)\(count)<policy_evaluated>\(evaluation)</policy_evaluated></row>"
      + "<identifiers>\(identifiers)</identifiers><auth_results>\(results)</auth_results></record>"
  }

  static func signature(_ domain: String = "example.com", result: String = "pass") -> String {
    "<dkim><domain>\(domain)</domain><selector>s1</selector><result>\(result)</result></dkim>"
  }

  static func check(
    _ domain: String = "example.com", scope: String = "mfrom", result: String = "pass"
  ) -> String {
    "<spf><domain>\(domain)</domain><scope>\(scope)</scope><result>\(result)</result></spf>"
  }

  /// What the sample says, as values.
  static let header: ReportHeader = {
    var header = ReportHeader(
      metadata: ReportMetadata(
        organization: "Receiver", email: "dmarc@receiver.example", reportID: "r-1",
        begin: 1_764_547_200, end: 1_764_633_599),
      policy: PolicyPublished(domain: "example.com", p: Sent(.none)))
    return header
  }()

  static let plainRecord = Record(
    source: SourceAddress(family: .ipv4, high: 0, low: 0xc000_0201), count: 2,
    evaluation: Evaluation(disposition: Sent(.none), dkim: Sent(.pass), spf: Sent(.fail)),
    identifiers: Identifiers(headerFrom: "example.com"),
    evidence: Evidence(dkim: [
      DKIMSignature(domain: "example.com", selector: "s1", result: Sent(.pass))
    ]),
    recomputed: RecomputedAlignment(dkim: .pass, spf: .fail))
}

/// Two labels make an organization; enough for example.com and its like.
final class TwoLabels: OrganizationalDomains {
  func organizationalDomain(of name: String) -> String? {
    let labels = name.split(separator: ".")
    return labels.count < 2 ? nil : labels.suffix(2).joined(separator: ".")
  }
}

func read(_ text: String, limits: ParsingLimits = .init()) throws -> Report {
  try read(Array(text.utf8), limits: limits)
}

func read(_ bytes: [UInt8], limits: ParsingLimits = .init()) throws -> Report {
  try bytes.withUnsafeBytes {
    try ReportParser(domains: TwoLabels(), limits: limits).report(from: $0)
  }
}

/// Reads in chunks of some bytes and batches of some records; with a count of restarts.
func readInChunks(
  _ bytes: [UInt8], of size: Int, batchRecords: Int
) throws -> (report: ParsedReport, records: [Record], batches: Int, restarts: Int) {
  let parser = ReportParser(domains: TwoLabels(), batchRecords: batchRecords)
  var position = 0
  var records: [Record] = []
  var batches = 0
  var restarts = 0
  let report = try bytes.withUnsafeBytes { all in
    try parser.parse(
      next: {
        defer { position += size }
        guard position < all.count else { return nil }
        return UnsafeRawBufferPointer(rebasing: all[position..<min(position + size, all.count)])
      },
      rewind: { position = 0 },
      emit: { event in
        guard case .records(let batch, _) = event else {
          records = []
          restarts += 1
          return
        }
        batches += 1
        records += batch.records.indices.map(batch.record(at:))
      })
  }
  records += report.rest.records.indices.map(report.rest.record(at:))
  return (report, records, batches, restarts)
}

/// The names of what a report deviates in, and how often.
func deviations(_ report: Report) -> [String: Int] {
  Dictionary(uniqueKeysWithValues: report.deviations.map { ($0.name, $0.occurrences) })
}
