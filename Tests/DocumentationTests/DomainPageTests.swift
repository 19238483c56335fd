import Foundation
import TestSupport
import Testing

/// docs/domain.md has every finding that the program knows, and no other.
@Suite struct DomainPageTests {
  @Test func thePageHasEveryCode() throws {
    let rows = Document.rows(in: try Document("docs/domain.md").section("## What the findings are"))
    let files = ["PublishedRecords", "DomainAudit"].flatMap {
      Project.files(under: "Sources/\($0)", ending: ".swift")
    }
    let subjects =
      "spf|dmarc|dkim|mx|mta-sts|tls-rpt|bimi|tlsa|historic|zone|dnssec|from|ptr|helo|parked"
    let pattern = try Regex("\"((?:\(subjects))-[a-z0-9-]+)\"", as: (Substring, Substring).self)
    var codes: Set<String> = []
    for file in files {
      for match in try Project.text(file).matches(of: pattern) { codes.insert(String(match.1)) }
    }
    // The name of a kind of record, not a finding.
    codes.remove("dmarc-report")
    #expect(codes.sorted() == rows.map { $0[0] }.sorted())
  }
}
