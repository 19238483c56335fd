internal import DMARC

extension ReportSink {
  /// An element begins that has elements.
  @inline(__always)
  mutating func startGroup(_ element: Element, _ name: UnsafePointer<UInt8>) {
    switch element {
    case .row: startRow(name)
    case .policyEvaluated, .identifiers, .authResults:
      if isInRecord { open.append(element) } else { ignoreUnknown(name) }
    case .dkim, .spf: startResult(element, name)
    case .record: startRecord(name)
    case .reason: startReason(name)
    default: startRareGroup(element, name)
    }
  }

  @inline(never)
  private mutating func startRareGroup(_ element: Element, _ name: UnsafePointer<UInt8>) {
    switch element {
    case .feedback: refuse(.severalReports)
    case .extension_: ignore()
    case .reportMetadata, .policyPublished: startSection(element, name)
    case .dateRange where !isInRecord: open.append(element)
    default: startUnknown(name)
    }
  }

  private mutating func startSection(_ element: Element, _ name: UnsafePointer<UInt8>) {
    guard !isInRecord else { return ignoreUnknown(name) }
    guard header.open(element) else {
      deviations.note(.elementDuplicate, element.name)
      return ignore()
    }
    open.append(element)
  }

  /// Sections may hide in an element nobody knows, so that one is opened; values may not.
  private mutating func startUnknown(_ name: UnsafePointer<UInt8>) {
    guard place == .feedback || place == .unknown else { return ignoreUnknown(name) }
    deviations.note(.elementUnknown, QualifiedName(name).text)
    open.append(.unknown)
  }

  private mutating func startRecord(_ name: UnsafePointer<UInt8>) {
    guard !isInRecord else { return ignoreUnknown(name) }
    met &+= 1
    if met > limits.records { return refuse(.records, limits.records) }
    if wantsOnlyHeader { return ignore() }
    open.append(.record)
    isInRecord = true
    record = RecordFields()
    stage.truncate(to: 0)
    signatures.removeAll()
    checks.removeAll()
    reasons.removeAll()
    if !rows.isEmpty { rows.removeAll() }
  }

  /// A second row of a record is kept apart from the first: what follows them is of both.
  @inline(__always)
  private mutating func startRow(_ name: UnsafePointer<UInt8>) {
    guard isInRecord else { return ignoreUnknown(name) }
    if record.seen & Element.row.bit != 0 { keepRow() }
    record.seen |= Element.row.bit
    open.append(.row)
  }

  /// An override of the policy, of which a record may have several (RFC 7489, appendix C).
  private mutating func startReason(_ name: UnsafePointer<UInt8>) {
    guard isInRecord, place != .reason else { return ignoreUnknown(name) }
    if reasons.count == limits.resultsPerRecord { return refuseResults() }
    open.append(.reason)
    reasons.append(ReasonFields())
    textStart = stage.count
    isGathering = true
  }

  /// `dkim` and `spf`: a word in `policy_evaluated`, a result in `auth_results`.
  @inline(__always)
  private mutating func startResult(_ element: Element, _ name: UnsafePointer<UInt8>) {
    guard isInRecord else { return ignoreUnknown(name) }
    switch place {
    case .policyEvaluated, .row: openValue(element)
    case .dkim, .spf, .reason: ignoreUnknown(name)
    default:
      let count = element == .dkim ? signatures.count : checks.count
      if count == limits.resultsPerRecord { return refuseResults() }
      open.append(element)
      if element == .dkim { signatures.append(.init()) } else { checks.append(.init()) }
    }
  }

  private mutating func refuseResults() { refuse(.resultsPerRecord, limits.resultsPerRecord) }
}
