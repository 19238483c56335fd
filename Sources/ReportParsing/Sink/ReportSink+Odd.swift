internal import DMARC

/// What is rarely met, and slow.
extension ReportSink {
  /// A word in a spelling that is not its own, or one that nobody knows.
  @inline(never)
  mutating func oddWord(_ run: ByteRange, _ element: Element) -> Vocabulary.Word {
    let text = stage.text(run)
    let number = lenientNumber(text, element)
    note(element, text, isKnown: number != WordTable.none)
    return Vocabulary.Word(number: number, text: run)
  }

  private func lenientNumber(_ text: String, _ element: Element) -> UInt8 {
    switch element {
    case .disposition: Vocabulary.lenientNumber(text, Disposition.self)
    case .dkim, .spf: Vocabulary.lenientNumber(text, AlignedResult.self)
    case .type: Vocabulary.lenientNumber(text, OverrideType.self)
    case .scope: Vocabulary.lenientNumber(text, SPFScope.self)
    default:
      place == .dkim
        ? Vocabulary.lenientNumber(text, DKIMResult.self)
        : Vocabulary.lenientNumber(text, SPFResult.self)
    }
  }

  private func note(_ element: Element, _ text: String, isKnown: Bool) {
    let isEvidence = element == .scope || element == .result
    let name: DeviationName =
      isEvidence
      ? (isKnown ? .resultWordSpelling : .resultWordUnknown)
      : (isKnown ? .evaluationWordSpelling : .evaluationWordUnknown)
    deviations.note(name, "\(element.name): \(text)")
  }

  /// The From domain; several of them are kept as they are.
  @inline(__always)
  mutating func headerFrom(_ run: ByteRange) -> ByteRange {
    if DomainBytes.isNormal(name(run)) { return run }
    if DomainBytes.shape(of: name(run)) == .several {
      deviations.note(.headerFromSeveral, stage.text(run))
    }
    return domain(run)
  }

  /// The domain of the envelope sender; what has no name left is the null sender.
  @inline(__always)
  mutating func sender(_ run: ByteRange) -> ByteRange {
    let domain = domain(run)
    return domain.isAbsent ? ByteRange(offset: run.offset, count: 0) : domain
  }

  /// A normalized domain, changed in place; absent when nothing is left of it.
  @inline(__always)
  mutating func domain(_ run: ByteRange) -> ByteRange {
    let name = name(run)
    if DomainBytes.isNormal(name) { return run }
    guard DomainBytes.shape(of: name) != .address, let count = DomainBytes.normalize(name) else {
      return oddDomain(run)
    }
    return count == 0
      ? .absent : ByteRange(offset: run.offset, count: UInt32(truncatingIfNeeded: count))
  }

  private func name(_ run: ByteRange) -> UnsafeMutableBufferPointer<UInt8> {
    UnsafeMutableBufferPointer(start: stage.base + Int(run.offset), count: Int(run.count))
  }

  /// An address where a domain belongs, or a name that is not ASCII.
  @inline(never)
  private mutating func oddDomain(_ run: ByteRange) -> ByteRange {
    let text = stage.text(run)
    var domain = DomainName.normalized(text)
    if DomainBytes.shape(of: name(run)) == .address {
      deviations.note(.domainIsAddress, text)
      domain = DomainBytes.domain(ofAddress: text)
    }
    let offset = UInt32(truncatingIfNeeded: stage.count)
    domain.withUTF8 { stage.append($0) }
    let count = UInt32(truncatingIfNeeded: stage.count) - offset
    return count == 0 ? .absent : ByteRange(offset: offset, count: count)
  }
}
