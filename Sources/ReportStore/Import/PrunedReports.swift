import GRDB

/// The keys of reports that were deleted for their age.
///
/// Mail stays where it is when its report is pruned, and comes again with every import of its folder.
final class PrunedReports {
  /// Whether there are any; most stores have none, and then nothing is looked up.
  private let isEmpty: Bool
  private let select: HotStatement
  private let delete: HotStatement

  init(_ db: Database) throws {
    isEmpty = try !(Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM pruned_report)") ?? false)
    select = try HotStatement(db, "SELECT 1 FROM pruned_report WHERE key_digest = ?")
    delete = try HotStatement(db, "DELETE FROM pruned_report WHERE key_digest = ?")
  }

  func contains(_ digest: Int64) throws -> Bool {
    guard !isEmpty else { return false }
    select.bind(digest, at: 1)
    defer { select.reset() }
    return try select.step()
  }

  /// A report that is stored again on purpose was not pruned.
  func remove(_ digest: Int64) throws {
    guard !isEmpty else { return }
    delete.bind(digest, at: 1)
    try delete.run()
  }
}
