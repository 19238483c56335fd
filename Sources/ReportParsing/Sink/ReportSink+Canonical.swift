internal import DMARC

extension ReportSink {
  /// `["none","pass","fail"]`, with override reasons as a fourth item.
  @inline(__always)
  mutating func writeEvaluation() -> ByteRange {
    let start = out.count
    var list = CanonicalList(to: &out)
    list.word(record.disposition, words.disposition, of: stage, to: &out)
    list.word(record.dkim, words.aligned, of: stage, to: &out)
    list.word(record.spf, words.aligned, of: stage, to: &out)
    if reasons.count > 0 { writeReasons(&list) }
    list.end(&out)
    return run(from: start)
  }

  private mutating func writeReasons(_ list: inout CanonicalList) {
    list.next(&out)
    var items = CanonicalList(to: &out)
    for index in 0..<reasons.count {
      let reason = reasons.base[index]
      items.next(&out)
      var parts = CanonicalList(to: &out)
      parts.word(reason.type, words.override, of: stage, to: &out)
      parts.text(reason.comment, of: stage, to: &out)
      parts.end(&out)
    }
    items.end(&out)
  }

  /// `[[["example.com","s1","pass"]],[["example.com","mfrom","pass"]]]`, and its hash.
  ///
  /// The hash is a sum, so that results in another order are the same evidence.
  @inline(__always)
  mutating func writeEvidence() -> (ByteRange, UInt64) {
    let start = out.count
    var list = CanonicalList(to: &out)
    list.next(&out)
    var hash = writeSignatures()
    if checks.count > 0 {
      list.next(&out)
      hash &+= writeChecks()
    }
    list.end(&out)
    return (run(from: start), hash)
  }

  @inline(__always)
  private mutating func writeSignatures() -> UInt64 {
    var hash: UInt64 = 0
    var items = CanonicalList(to: &out)
    for index in 0..<signatures.count {
      let signature = signatures.base[index]
      items.next(&out)
      let start = out.count
      var parts = CanonicalList(to: &out)
      parts.text(signature.domain, of: stage, to: &out)
      parts.text(signature.selector, of: stage, to: &out)
      parts.word(signature.result, words.dkim, of: stage, to: &out)
      parts.text(signature.humanResult, of: stage, to: &out)
      parts.end(&out)
      hash &+= ContentHash.of(out.base + start, out.count &- start, seed: 1)
    }
    items.end(&out)
    return hash
  }

  @inline(__always)
  private mutating func writeChecks() -> UInt64 {
    var hash: UInt64 = 0
    var items = CanonicalList(to: &out)
    for index in 0..<checks.count {
      let check = checks.base[index]
      items.next(&out)
      let start = out.count
      var parts = CanonicalList(to: &out)
      parts.text(check.domain, of: stage, to: &out)
      parts.word(check.scope, words.scope, of: stage, to: &out)
      parts.word(check.result, words.spf, of: stage, to: &out)
      parts.text(check.humanResult, of: stage, to: &out)
      parts.end(&out)
      hash &+= ContentHash.of(out.base + start, out.count &- start, seed: 2)
    }
    items.end(&out)
    return hash
  }

  @inline(__always)
  private func run(from start: Int) -> ByteRange {
    ByteRange(
      offset: UInt32(truncatingIfNeeded: start),
      count: UInt32(truncatingIfNeeded: out.count &- start))
  }
}
