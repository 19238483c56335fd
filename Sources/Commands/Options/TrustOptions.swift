internal import ArgumentParser
internal import DMARC
internal import Facts

/// Whose reports are believed.
struct TrustOptions: ParsableArguments {
  @Flag(help: "Only reports whose mail is verified (import --trust-authserv-id).")
  var verifiedOnly = false

  /// As `window` says; its window ends with `last` at the latest, and has `days` where that is said.
  func filter(
    _ window: WindowOptions, _ store: any ReportReading, endingBy last: Day? = nil,
    days: Int? = nil
  ) throws -> WindowFilter {
    var filter = try window.filter(store, endingBy: last, days: days)
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
