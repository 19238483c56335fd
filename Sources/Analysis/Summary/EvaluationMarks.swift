import DMARC

/// What a summary needs to know of an evaluation, worked out once for all facts that share it.
struct EvaluationMarks {
  let dkim: Bool
  let spf: Bool
  let disposition: Disposition?
  /// A bit for each code of a recomputation that says something else about either mechanism.
  private let differing: UInt16

  init(_ evaluation: Evaluation?) {
    let (dkim, spf) = (evaluation?.dkim.word == .pass, evaluation?.spf.word == .pass)
    self.dkim = dkim
    self.spf = spf
    disposition = evaluation?.disposition.word
    differing = (0..<16).reduce(0) { bits, code in
      let recomputed = RecomputedAlignment(code: UInt8(code))
      let differs =
        (recomputed.dkim != .unknown && (recomputed.dkim == .pass) != dkim)
        || (recomputed.spf != .unknown && (recomputed.spf == .pass) != spf)
      return differs ? bits | 1 << UInt16(code) : bits
    }
  }

  var passes: Bool { dkim || spf }

  /// Whether a recomputation says something else, by its `RecomputedAlignment.code`.
  func differ(fromCode code: UInt8) -> Bool { differing >> UInt16(code & 15) & 1 != 0 }
}
