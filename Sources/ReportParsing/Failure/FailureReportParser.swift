public import DMARC

/// Reads the machine-readable part of a report about mail that failed (RFC 5965 3, RFC 6591 3, RFC
/// 9991 4), and takes of it only what is kept.
public struct FailureReportParser: Sendable {
  private let limits: ParsingLimits

  /// A parser under these limits.
  public init(limits: ParsingLimits = .init()) {
    self.limits = limits
  }

  /// Reads one report.
  ///
  /// - Parameters:
  ///   - next: The next bytes, valid until the next call, `nil` at the end.
  ///   - messageID: That of the mail it came in, which tells reports apart that say neither when their
  ///     mail came nor which one it was.
  /// - Returns: The report.
  /// - Throws: `ReportRefusal`, or what `next` throws.
  public func report(
    next: () throws -> UnsafeRawBufferPointer?, messageID: String? = nil
  ) throws -> FailureReport {
    var bytes: [UInt8] = []
    while let piece = try next() {
      guard bytes.count + piece.count <= limits.sectionBytes else {
        throw ParsingLimit.sectionBytes.refusal(limits.sectionBytes)
      }
      bytes += piece
    }
    return try report(from: bytes, messageID: messageID)
  }

  /// Reads one report that is in memory.
  public func report(from bytes: [UInt8], messageID: String? = nil) throws -> FailureReport {
    let fields = FeedbackFields(bytes)
    guard let type = fields.word("feedback-type") else {
      throw ReportRefusal.missing(["Feedback-Type"])
    }
    let arrival = fields.first("arrival-date") ?? fields.first("received-date")
    let tellsApart = arrival != nil || fields.first("original-envelope-id") != nil
    let text = String(decoding: bytes, as: UTF8.self) + (tellsApart ? "" : messageID ?? "")
    return FailureReport(
      day: arrival.flatMap(Instant.seconds(rfc5322:)).map(Day.init(containing:)),
      reporter: fields.reportingHost,
      source: fields.first("source-ip").flatMap(SourceAddress.init(lenient:)) ?? .unknown,
      domain: fields.domain,
      failure: type == "auth-failure" ? fields.word("auth-failure") ?? "" : type,
      result: fields.word("delivery-result") ?? "",
      incidents: MessageCount(fields.incidents),
      digest: ContentHash.of(text, seed: 0))
  }
}
