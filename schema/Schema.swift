/// The SQL files of this folder, embedded in the binary.
public enum Schema {
  /// The steps from an empty database to today's, in order.
  ///
  /// One that was released never changes.
  public static var migrations: [Migration] {
    [
      Migration(name: "v1", sql: String(decoding: PackageResources.v1_sql, as: UTF8.self)),
      Migration(name: "v2", sql: String(decoding: PackageResources.v2_sql, as: UTF8.self)),
      Migration(name: "v3", sql: String(decoding: PackageResources.v3_sql, as: UTF8.self)),
      Migration(name: "v4", sql: String(decoding: PackageResources.v4_sql, as: UTF8.self)),
    ]
  }
}

/// A step of the schema.
public struct Migration: Sendable {
  /// The version it leads to, as a database remembers it.
  public let name: String
  /// The statements that lead there; they run in a transaction, without foreign keys.
  public let sql: String

  /// A step with a name.
  public init(name: String, sql: String) {
    self.name = name
    self.sql = sql
  }
}
