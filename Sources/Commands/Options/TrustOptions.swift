internal import ArgumentParser
internal import ReportStore

/// Whose reports are believed.
struct TrustOptions: ParsableArguments {
  @Flag(help: "Only reports whose mail is verified (import --trust-authserv-id).")
  var verifiedOnly = false

  func filter(_ window: WindowOptions, _ database: ReportDatabase) throws -> WindowFilter {
    var filter = try window.filter(database)
    filter.verifiedOnly = verifiedOnly
    return filter
  }
}
