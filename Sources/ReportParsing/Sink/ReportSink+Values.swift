internal import DMARC

extension ReportSink {
  /// An element begins that has text.
  @inline(__always)
  mutating func startValue(_ element: Element, _ name: UnsafePointer<UInt8>) {
    guard isExpected(element) else { return ignoreUnknown(name) }
    if isGathering { endBareText() }
    openValue(element)
  }

  @inline(__always)
  mutating func openValue(_ element: Element) {
    value = element
    nested = 0
    isGathering = true
    textStart = stage.count
  }

  /// Whether a value can be meant here; where exactly it is decides nothing.
  @inline(__always)
  private func isExpected(_ element: Element) -> Bool {
    switch element {
    case .sourceIP, .count, .disposition, .headerFrom, .envelopeFrom, .envelopeTo:
      isInRecord && !isInResult && place != .reason
    case .selector, .result, .scope, .humanResult: isInResult
    case .type, .comment: place == .reason
    case .domain:
      isInRecord ? isInResult : place == .policyPublished || place == .feedback
    default: !isInRecord && place != .unknown
    }
  }

  @inline(__always)
  private var isInResult: Bool { place == .dkim || place == .spf }

  /// Text comes, possibly in pieces.
  @inline(__always)
  mutating func characters(_ start: UnsafePointer<UInt8>, _ count: Int) {
    guard isGathering else { return }
    if stage.count &- textStart &+ count > limits.textBytes {
      return refuse(.textBytes, limits.textBytes)
    }
    stage.append(start, count)
  }

  /// An element ends.
  @inline(__always)
  mutating func end() {
    guard !isRefused else { return }
    if depth == namespaces.innermost { namespaces.leave() }
    depth &-= 1
    if value != .unknown {
      if nested > 0 { nested &-= 1 } else { endValue() }
    } else if ignored > 0 {
      ignored &-= 1
    } else if feedbackDepth > 0 {
      if open.count == 0 { feedbackDepth = 0 } else { endGroup(open.removeLast()) }
    }
  }

  @inline(__always)
  private mutating func endValue() {
    let element = value
    value = .unknown
    isGathering = false
    let run = stage.trimmed(from: textStart)
    if isInRecord { setInRecord(element, run) } else { setInHeader(element, run) }
    if stage.count > limits.sectionBytes { refuse(.sectionBytes, limits.sectionBytes) }
  }

  @inline(never)
  private mutating func setInHeader(_ element: Element, _ run: ByteRange) {
    header.set(element, stage.text(run))
    stage.truncate(to: textStart)
    if header.bytes > limits.sectionBytes { refuse(.sectionBytes, limits.sectionBytes) }
    if isPolicyRead, element == .adkim || element == .aspf { hasRecordsBeforePolicy = true }
  }

  @inline(__always)
  private mutating func endGroup(_ element: Element) {
    switch element {
    case .record: endRecord()
    case .reason: endReason()
    case .dkim: endResult(signatures.last, isPass: signatures.last.result.number == words.dkimPass)
    case .spf: endResult(checks.last, isPass: checks.last.result.number == words.spfPass)
    case .reportMetadata: isMetadataRead = true
    case .policyPublished: endPolicy()
    default: break
    }
  }

  private mutating func endPolicy() {
    isPolicyRead = true
    if modes == nil { modes = (header.mode(.adkim), header.mode(.aspf)) }
  }

  @inline(__always)
  private mutating func endResult(_ result: ResultFields, isPass: Bool) {
    if isPass, result.domain.isAbsent { deviations.note(.resultDomainMissing) }
    if result.seen & Element.result.bit == 0 { deviations.note(.resultMissing) }
  }

  /// Text of a reason in front of its first element.
  private mutating func endBareText() {
    reasons.last.bareText = stage.trimmed(from: textStart)
    isGathering = false
  }

  private mutating func endReason() {
    if isGathering { endBareText() }
    let run = reasons.last.bareText
    // Nothing that was read since may be dropped with the word.
    textStart = stage.count
    if !run.isAbsent, run.count > 0, reasons.last.seen & Element.type.bit == 0 {
      deviations.note(.reasonBareText, stage.text(run))
      reasons.last.type = word(run, words.override, .type)
    } else if reasons.last.seen & Element.type.bit == 0 {
      deviations.note(.reasonTypeMissing)
    }
  }
}

extension Element {
  /// A bit for sets of elements.
  var bit: UInt64 { 1 << UInt64(rawValue & 63) }
}
