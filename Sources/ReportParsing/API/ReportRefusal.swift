/// Why bytes were not accepted as a report; texts in it come from a stranger.
public enum ReportRefusal: Error, Hashable, Sendable {
  /// There are no bytes, or only white space.
  case empty
  /// There is no element in it.
  case notXML
  /// It is XML, but there is no `feedback` element; the name of the root.
  case notDMARC(root: String)
  /// It has a document type or declares entities, which no report needs.
  case doctype
  /// It is damaged in a way that leaves its values in doubt.
  case notWellFormed(line: Int, message: String)
  /// It is JSON, and damaged.
  case damagedJSON(line: Int, message: String)
  /// It ends inside a record or inside a section before the records.
  case truncated
  /// There are several `feedback` elements.
  case severalReports
  /// It lacks what makes a report: all that is missing, as element names, for example
  /// `report_metadata`, `org_name`, `report_id`, `date_range`, `date_range/begin`,
  /// `policy_published`, `policy_published/domain`.
  case missing([String])
  /// The begin or end of the period is not a time; the text.
  case invalidPeriod(text: String)
  /// The domain of the policy is no domain name, or several; the text.
  case invalidDomain(text: String)
  /// It has more of something than a limit allows; the option that raises the limit.
  case limit(name: String, value: Int, option: String)
}
