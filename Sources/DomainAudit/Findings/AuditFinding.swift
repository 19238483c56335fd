public import DMARC
public import DNS
public import PublishedRecords

/// A finding about a name: what is published there, and what hangs on it.
public struct AuditFinding: Hashable, Sendable {
  /// Whether the record in question is there.
  public enum State: String, Hashable, Sendable {
    case there
    case notThere = "not there"
    case notKnown = "not known"
  }

  /// What it is, how much it matters, and where the rule stands.
  public var finding: RecordFinding
  /// Whether the record is there.
  public var state: State
  /// The name that was asked, and the type, as `TXT _dmarc.example.com`.
  public var question: String
  /// The record as found; "" where there is none; a stranger's text.
  public var record: String
  /// What to publish in its place; "" where nothing is to be.
  public var publish: String
  /// Messages of the window that it concerns; `nil` where reports say nothing of it.
  public var messages: MessageCount?

  /// A finding about the answer to a question.
  public init(
    _ finding: RecordFinding, _ answer: DNSAnswer, at name: String, _ type: DNSType,
    record: String? = nil, publish: String = "", messages: MessageCount? = nil
  ) {
    self.finding = finding
    switch answer.state {
    case .there: state = .there
    case .notThere: state = .notThere
    case .notKnown: state = .notKnown
    }
    question = "\(type.text) \(name)"
    self.record = record ?? answer.records.map(\.shown).joined(separator: "\n")
    self.publish = publish
    self.messages = messages
  }
}
