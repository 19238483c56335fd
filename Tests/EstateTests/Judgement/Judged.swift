import Analysis
import DMARC

/// What the analysis says of an estate, as it stands and when every question is answered.
struct Judged: Sendable {
  /// One verdict on it.
  struct Pass: Sendable {
    var verdict = Verdict.wait
    /// Whether publishing what it says next loses more legitimate mail than it may.
    var isUnsafe = false
    /// Whether the verdict is one of those that fit.
    var fits = false
    var summary = "no domain"
  }

  /// How many of what should be found, or is right, are.
  struct Count: Sendable {
    var good = 0
    var all = 0

    static func += (left: inout Count, right: Count) {
      left.good += right.good
      left.all += right.all
    }
  }

  var part: Suite.Part
  var estate: String
  var seed: UInt64
  var group: Estate.Group
  var allowed: Set<Verdict>
  var first = Pass()
  var settled = Pass()
  /// Questions of the first round, and of all.
  var questions = 0
  var answers = 0
  var rounds = 0
  /// Whether taking the next step of the ladder would lose more than it may, whoever says so.
  var wouldLose = false
  /// Streams that lose 20 messages or more, and how many of them are weighing or asked about.
  var recall = Count()
  /// Weighing streams of ten messages or more, and how many of them really lose mail.
  var precision = Count()
  /// Losing streams whose remedy is known, and how many get advice of that kind.
  var advice = Count()
  /// Who of the others says that the next step can be taken.
  var others: [OtherRule: Bool] = [:]

  var verdict: Verdict { first.verdict }
  var isUnsafe: Bool { first.isUnsafe }
  var fits: Bool { first.fits }
  var summary: String { first.summary }
}
