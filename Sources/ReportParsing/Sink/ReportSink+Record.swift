internal import DMARC

extension ReportSink {
  /// A value inside a record: the first one of its kind counts.
  @inline(__always)
  mutating func setInRecord(_ element: Element, _ run: ByteRange) {
    switch place {
    case .dkim: setResult(element, run, of: words.dkim, in: signatures)
    case .spf: setResult(element, run, of: words.spf, in: checks)
    case .reason: setReason(element, run)
    default: setRecord(element, run)
    }
  }

  /// Whether a value is the first of its kind that is not empty, and notes it as seen.
  @inline(__always)
  private func isFirst(_ element: Element, _ run: ByteRange, _ seen: inout UInt64) -> Bool {
    // An empty envelope sender is the null sender (RFC 9990, appendix A); other empty values are none.
    guard run.count > 0 || element == .envelopeFrom else { return false }
    guard seen & element.bit == 0 else {
      deviations.note(.elementDuplicate, element.name)
      return false
    }
    seen |= element.bit
    return true
  }

  @inline(__always)
  private mutating func setResult(
    _ element: Element, _ run: ByteRange, of results: Vocabulary, in list: Items<ResultFields>
  ) {
    var fields = list.last
    guard isFirst(element, run, &fields.seen) else { return stage.truncate(to: textStart) }
    switch element {
    case .domain: fields.domain = domain(run)
    case .selector: fields.selector = run
    case .humanResult: fields.humanResult = run
    case .scope: fields.scope = word(run, words.scope, element)
    default: fields.result = word(run, results, element)
    }
    list.last = fields
  }

  private mutating func setReason(_ element: Element, _ run: ByteRange) {
    guard isFirst(element, run, &reasons.last.seen) else {
      return stage.truncate(to: textStart)
    }
    if element == .type {
      reasons.last.type = word(run, words.override, element)
    } else {
      reasons.last.comment = run
    }
  }

  @inline(__always)
  private mutating func setRecord(_ element: Element, _ run: ByteRange) {
    guard isFirst(element, run, &record.seen) else { return stage.truncate(to: textStart) }
    switch element {
    case .sourceIP: setSource(run)
    case .count: setCount(run)
    case .disposition: record.disposition = word(run, words.disposition, element)
    case .dkim: record.dkim = word(run, words.aligned, element)
    case .spf: record.spf = word(run, words.aligned, element)
    case .headerFrom: record.headerFrom = headerFrom(run)
    case .envelopeFrom: record.envelopeFrom = run.count == 0 ? run : sender(run)
    default: record.envelopeTo = domain(run)
    }
  }

  @inline(__always)
  private mutating func setSource(_ run: ByteRange) {
    if let source = SourceAddress.reading(UnsafeRawBufferPointer(stage.bytes(run))) {
      record.source = source
      stage.truncate(to: textStart)
    } else {
      setOddSource(run)
    }
  }

  /// An address with something around it, as `[2001:db8::1]` or `192.0.2.1:25`.
  @inline(never)
  private mutating func setOddSource(_ run: ByteRange) {
    guard let source = SourceAddress(lenient: stage.text(run)) else {
      record.sourceText = run
      return
    }
    deviations.note(.sourceSpelling, stage.text(run))
    record.source = source
    stage.truncate(to: textStart)
  }

  @inline(__always)
  private mutating func setCount(_ run: ByteRange) {
    record.count = CountBytes.count(stage.bytes(run))
    if record.count == nil { setOddCount(run) }
    stage.truncate(to: textStart)
  }

  @inline(never)
  private mutating func setOddCount(_ run: ByteRange) {
    record.count = CountBytes.lenientCount(stage.bytes(run))
    deviations.note(record.count == nil ? .countUnusable : .countSpelling, stage.text(run))
  }

  /// A word as number and, where it is spelt otherwise, as sent.
  @inline(__always)
  mutating func word(
    _ run: ByteRange, _ vocabulary: Vocabulary, _ element: Element
  ) -> Vocabulary.Word {
    let number = vocabulary.number(of: stage.bytes(run))
    guard number == WordTable.none else {
      stage.truncate(to: textStart)
      return Vocabulary.Word(number: number, text: .absent)
    }
    return oddWord(run, element)
  }
}
