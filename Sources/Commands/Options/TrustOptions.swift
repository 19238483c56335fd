internal import ArgumentParser
internal import Facts

/// Whose reports are believed.
struct TrustOptions: ParsableArguments {
  @Flag(help: "Only reports whose mail is verified (import --trust-authserv-id).")
  var verifiedOnly = false

  func filter(_ window: WindowOptions, _ store: any ReportReading) throws -> WindowFilter {
    var filter = try window.filter(store)
    filter.verifiedOnly = verifiedOnly
    return filter
  }
}
