/// The SQL files of this folder, embedded in the binary.
public enum Schema {
  /// The migrations in order: the name a database remembers, and the SQL that gets it there.
  public static var migrations: [(name: String, sql: String)] {
    [("v1", String(decoding: PackageResources.v1_sql, as: UTF8.self))]
  }
}
