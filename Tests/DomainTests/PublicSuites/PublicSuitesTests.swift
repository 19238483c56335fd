import TestSupport
import Testing

/// Suites that others made, where they are present: `DMARC_REPORT_SUITES` names their folder.
struct PublicSuitesTests {
  @Test(.enabled(if: Places.suites != nil, "there are no suites of others here"))
  func everyCaseOfThePublicSuitesIsAsItsAuthorsHaveIt() async throws {
    let suites = try #require(Places.suites)
    try FieldRecords.check(suites)
    try await TreeWalks.check(suites)
    try await OpenSPF.check(suites)
    try OpenSPFOverDNS.check(suites)
  }
}
