internal import Analysis

extension Verdict {
  /// Whether it asks for something at once, for something, or for nothing.
  var mark: Mark {
    switch self {
    case .ready, .parked, .enforced: .good
    case .wait, .ask: .fair
    case .fix, .alarm: .bad
    }
  }
}

extension ColumnHead.Tone {
  /// Verdicts by what they ask for.
  static let verdict = ColumnHead.Tone.words(
    Dictionary(uniqueKeysWithValues: Verdict.allCases.map { ($0.rawValue, $0.mark) }))
}
