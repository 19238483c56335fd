/// What is to be said of a record, or of all records of a kind at one name.
public struct RecordJudgement: Hashable, Sendable {
  /// The judgement in a word.
  public enum Verdict: String, CaseIterable, Sendable {
    /// Nothing to say.
    case ok
    /// Nothing to do, but something to know.
    case note
    /// It works, and should be otherwise.
    case warn
    /// It does not do what it is there for.
    case error
  }

  /// What a receiver makes of the text, where that has a name: `permerror` and `none` of SPF
  /// (RFC 7208 2.6), `none` for whatever is passed over.
  public var result: String?
  /// The findings, the worst first, otherwise in the order of the record.
  public var findings: [RecordFinding]

  /// A judgement with these findings.
  public init(_ findings: [RecordFinding] = [], result: String? = nil) {
    self.findings = findings.enumerated()
      .sorted { ($0.element.level, $0.offset) < ($1.element.level, $1.offset) }.map(\.element)
    self.result = result
  }

  /// The worst of the findings.
  public var verdict: Verdict {
    switch findings.first?.level {
    case nil: .ok
    case .note: .note
    case .should, .practice: .warn
    case .must: .error
    }
  }
}
