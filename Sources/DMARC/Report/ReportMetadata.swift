/// Who reports, about which period: the `report_metadata` section.
public struct ReportMetadata: Hashable, Sendable {
  /// The reporter's name as sent; where it is missing or empty, the domain of `email`.
  public var organization: String
  /// The reporter's mail address, as sent.
  public var email: String
  /// How else to reach the reporter, as sent.
  public var extraContactInfo: String?
  /// The report id exactly as sent, but for white space around it.
  public var reportID: String
  /// Start of the period, UTC seconds.
  public var begin: Int64
  /// End of the period, UTC seconds; some reporters include it, some do not.
  public var end: Int64
  /// Errors the reporter met, as sent.
  public var errors: [String] = []
  /// The reporting software (RFC 9990).
  public var generator: String?

  /// The metadata every report must have; the rest starts empty.
  public init(organization: String, email: String, reportID: String, begin: Int64, end: Int64) {
    self.organization = organization
    self.email = email
    self.reportID = reportID
    self.begin = begin
    self.end = end
  }

  /// The UTC day of the middle of the period, on which a report counts if that can be.
  public var day: Day {
    Day(containing: begin + (end - begin) / 2)
  }
}
