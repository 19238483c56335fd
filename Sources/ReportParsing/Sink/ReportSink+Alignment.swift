internal import DMARC

/// The rules of `Recomputation`, on bytes: identifier alignment (RFC 7489 3.1, 3.2).
extension ReportSink {
  /// What the evidence of the record says; unknown where it has no From domain.
  @inline(__always)
  mutating func recomputed() -> RecomputedAlignment {
    guard let modes else {
      hasRecordsBeforePolicy = true
      return .unknown
    }
    guard !record.headerFrom.isAbsent else { return .unknown }
    let from = stage.bytes(record.headerFrom)
    let organization = organizations.organization(of: from)
    guard !organization.isAbsent else { return RecomputedAlignment(dkim: .fail, spf: .fail) }
    let dkim = hasAlignedSignature(from, organization, modes.dkim)
    let spf = hasAlignedCheck(from, organization, modes.spf)
    return RecomputedAlignment(dkim: dkim ? .pass : .fail, spf: spf ? .pass : .fail)
  }

  @inline(__always)
  private mutating func hasAlignedSignature(
    _ from: UnsafeBufferPointer<UInt8>, _ organization: ByteRange, _ mode: AlignmentMode
  ) -> Bool {
    for index in 0..<signatures.count {
      let signature = signatures.base[index]
      if signature.result.number == words.dkimPass,
        isAligned(signature.domain, from, organization, mode)
      {
        return true
      }
    }
    return false
  }

  @inline(__always)
  private mutating func hasAlignedCheck(
    _ from: UnsafeBufferPointer<UInt8>, _ organization: ByteRange, _ mode: AlignmentMode
  ) -> Bool {
    for index in 0..<checks.count {
      let check = checks.base[index]
      if check.result.number == words.spfPass, check.scope.number != words.helo || hasNullSender,
        isAligned(check.domain, from, organization, mode)
      {
        return true
      }
    }
    return false
  }

  /// See `Recomputation.isUsable`: the EHLO name stands in for a null envelope sender.
  private var hasNullSender: Bool {
    record.envelopeFrom.isAbsent || record.envelopeFrom.count == 0
      || stage.bytes(record.envelopeFrom).elementsEqual([UInt8(ascii: "<"), UInt8(ascii: ">")])
  }

  @inline(__always)
  private mutating func isAligned(
    _ domain: ByteRange, _ from: UnsafeBufferPointer<UInt8>, _ organization: ByteRange,
    _ mode: AlignmentMode
  ) -> Bool {
    guard !domain.isAbsent else { return false }
    let name = stage.bytes(domain)
    if areEqual(name, from) { return true }
    return mode == .relaxed && organizations.isSame(organization, name)
  }
}
