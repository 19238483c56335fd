public import DMARC

/// Messages of one day that are alike in everything an analysis asks about.
///
/// The grain of the roll-up: names are numbers that the window's `Names` turn into text. A window
/// may have millions, so numbers are kept in four bytes: no store has four billion rows of a kind.
public struct TrafficFact: Hashable, Sendable {
  @usableFromInline let dayNumber: Int32
  @usableFromInline let policyDomainID: UInt32
  /// The highest number where there is none.
  @usableFromInline let headerFromID: UInt32
  @usableFromInline let sourceID: UInt32
  @usableFromInline let reporterID: UInt32
  @usableFromInline let evaluationID: UInt32
  @usableFromInline let evidenceID: UInt32
  /// Alignment worked out again at import, as `RecomputedAlignment.code`.
  public let recomputedCode: UInt8
  /// Messages of an entry, which are never more: a `MessageCount` takes twice the space.
  @usableFromInline let count: Int64

  /// A fact of its parts.
  public init(
    day: Day, policyDomain: Int, headerFrom: Int?, source: Int, reporter: Int, evaluation: Int,
    evidence: Int, recomputed: RecomputedAlignment, messages: MessageCount
  ) {
    dayNumber = Int32(clamping: day.number)
    policyDomainID = UInt32(clamping: policyDomain)
    headerFromID = headerFrom.map { UInt32(clamping: $0) } ?? .max
    sourceID = UInt32(clamping: source)
    reporterID = UInt32(clamping: reporter)
    evaluationID = UInt32(clamping: evaluation)
    evidenceID = UInt32(clamping: evidence)
    recomputedCode = recomputed.code
    count = messages.number
  }

  /// A fact of its parts as they are kept; the store makes millions of them.
  @inlinable @inline(__always)
  package init(
    dayNumber: Int32, policyDomainID: UInt32, headerFromID: UInt32, sourceID: UInt32,
    reporterID: UInt32, evaluationID: UInt32, evidenceID: UInt32, recomputedCode: UInt8,
    messages: Int64
  ) {
    self.dayNumber = dayNumber
    self.policyDomainID = policyDomainID
    self.headerFromID = headerFromID
    self.sourceID = sourceID
    self.reporterID = reporterID
    self.evaluationID = evaluationID
    self.evidenceID = evidenceID
    self.recomputedCode = recomputedCode
    count = messages
  }

  /// Messages.
  @inlinable public var messages: MessageCount { MessageCount(count) }
  /// The UTC day on which the messages count.
  @inlinable public var day: Day { Day(number: Int(dayNumber)) }
  /// The policy domain; a key of `Names.domains`.
  @inlinable public var policyDomain: Int { Int(policyDomainID) }
  /// The From domain; a key of `Names.domains`, `nil` when the record had none.
  @inlinable public var headerFrom: Int? { headerFromID == .max ? nil : Int(headerFromID) }
  /// The source address; a key of `Names.sources`.
  @inlinable public var source: Int { Int(sourceID) }
  /// The reporting organization; a key of `Names.reporters`.
  @inlinable public var reporter: Int { Int(reporterID) }
  /// What the receiver decided; a key of `Names.evaluations`.
  @inlinable public var evaluation: Int { Int(evaluationID) }
  /// The raw authentication results; a key of `Names.evidence`.
  @inlinable public var evidence: Int { Int(evidenceID) }
  /// Alignment worked out again at import.
  public var recomputed: RecomputedAlignment { RecomputedAlignment(code: recomputedCode) }
}
