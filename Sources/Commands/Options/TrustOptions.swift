internal import ArgumentParser
internal import DMARC
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

  /// The same of reports of another kind, the newest of which are of this day.
  func filter(
    _ window: WindowOptions, _ store: any ReportReading, newest: Day?
  ) throws -> WindowFilter {
    var filter = try window.filter(store) { newest }
    filter.verifiedOnly = verifiedOnly
    return filter
  }
}
