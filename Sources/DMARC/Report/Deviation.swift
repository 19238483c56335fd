/// Something in a report that the standards do not allow and that was read all the same.
public struct Deviation: Hashable, Sendable {
  /// The documented name, for example `record.count.unusable`; see docs/deviations.md.
  public let name: String
  /// How often it was met in the report.
  public var occurrences: Int
  /// The first text it was met with, cut to 200 characters.
  public let example: String?

  /// A deviation met so often, with the first text that showed it.
  public init(name: String, occurrences: Int = 1, example: String? = nil) {
    self.name = name
    self.occurrences = occurrences
    self.example = example
  }
}
