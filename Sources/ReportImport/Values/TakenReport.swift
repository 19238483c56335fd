public import DMARC

/// A report of any kind that an import read, as it is named to people.
public struct TakenReport: Sendable {
  /// The file or mail it came in, and the part of it.
  public var input: String
  /// Who reports.
  public var reporter: String
  /// The domains it is about.
  public var domains: [String]
  /// The UTC day of the middle of its period.
  public var day: Day
}
