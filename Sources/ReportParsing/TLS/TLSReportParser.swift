public import DMARC

/// Reads TLS reports (RFC 8460 4.4), tolerant of what receivers leave out or write otherwise.
public struct TLSReportParser: Sendable {
  private let limits: ParsingLimits

  /// A parser under these limits.
  public init(limits: ParsingLimits = .init()) {
    self.limits = limits
  }

  /// Reads one report.
  ///
  /// - Parameters:
  ///   - next: The next bytes, valid until the next call, `nil` at the end.
  ///   - subject: That of the mail it came in, which names the domain (RFC 8460 5.3); it counts where
  ///     the report itself does not say.
  /// - Returns: The report.
  /// - Throws: `ReportRefusal`, or what `next` throws.
  public func report(
    next: () throws -> UnsafeRawBufferPointer?, subject: String? = nil
  ) throws -> TLSReport {
    var bytes: [UInt8] = []
    while let piece = try next() {
      guard bytes.count + piece.count <= limits.wholeBytes else {
        throw ParsingLimit.wholeBytes.refusal(limits.wholeBytes)
      }
      bytes += piece
    }
    return try report(from: bytes, subject: subject)
  }

  /// Reads one report that is in memory.
  public func report(from bytes: [UInt8], subject: String? = nil) throws -> TLSReport {
    try bytes.withUnsafeBufferPointer { bytes in
      let json = JSONReader(bytes, limits: limits)
      guard !json.isAtEnd() else { throw ReportRefusal.empty }
      guard try json.kind() == .object else { throw ReportRefusal.missing(TLSDraft.required) }
      let builder = TLSReportBuilder(json, limits: limits)
      let draft = try builder.read()
      if !json.isAtEnd() { draft.deviations.note(.tlsTrailing) }
      if json.hasControls { draft.deviations.note(.tlsControl) }
      return try draft.finished(subject: subject)
    }
  }
}
