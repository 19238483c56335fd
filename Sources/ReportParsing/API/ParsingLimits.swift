/// How much of a report is read before it is refused; every default is far above real reports.
public struct ParsingLimits: Hashable, Sendable {
  /// Elements inside elements.
  ///
  /// Both vocabularies need six; wrappers and extensions a few more.
  public var depth = 64
  /// Bytes of text in one element.
  ///
  /// The longest text seen in the field has a few hundred.
  public var textBytes = 64 * 1024
  /// Bytes of text in one record, or in all of the sections before the records.
  ///
  /// A record with a hundred signatures (RFC 9990 3.1.3) has about 10 KiB.
  public var sectionBytes = 1024 * 1024
  /// Records in one report.
  ///
  /// Reports with 900,000 exist.
  public var records = 10_000_000
  /// Signatures, SPF checks or override reasons in one record.
  ///
  /// RFC 9990 3.1.3 says that a hundred signatures should be the most.
  public var resultsPerRecord = 1000
  /// Attributes and namespace declarations of one element.
  ///
  /// Reports have three at most, and libxml2 compares each with each.
  public var attributes = 100
  /// Bytes of one tag, comment or CDATA section, at the least: some more may be read before it is
  /// refused, and a short document is read whatever it has.
  public var markupBytes = 64 * 1024
  /// Bytes of a report that is in memory as a whole: a TLS report, or one that is validated.
  ///
  /// Reports have some thousand; RFC 8460 finds that who receives them takes ten million.
  public var wholeBytes = 16 * 1024 * 1024

  /// The defaults.
  public init() {}
}
