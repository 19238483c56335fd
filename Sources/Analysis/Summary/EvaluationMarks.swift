import DMARC

/// What a summary needs to know of an evaluation, worked out once for all facts that share it.
struct EvaluationMarks {
  let dkim: Bool
  let spf: Bool
  let disposition: Disposition?
  /// A bit for each code of a recomputation that says something else about either mechanism.
  private let differing: UInt16

  /// The marks of an evaluation; one without a name says nothing.
  init(_ known: Evaluation?) {
    let evaluation = known ?? .silent
    dkim = evaluation.dkim.word == .pass
    spf = evaluation.spf.word == .pass
    disposition = evaluation.disposition.word
    differing = (0..<16).reduce(0) { bits, code in
      let differs = RecomputedAlignment(code: UInt8(code)).differs(from: evaluation)
      return differs ? bits | 1 << UInt16(code) : bits
    }
  }

  var passes: Bool { dkim || spf }

  /// Whether a recomputation says something else, by its `RecomputedAlignment.code`.
  func differ(fromCode code: UInt8) -> Bool { differing >> UInt16(code & 15) & 1 != 0 }
}
