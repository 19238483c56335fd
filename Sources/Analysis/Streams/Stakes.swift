/// Finds senders of ours of which most or all mail fails, however little that is of everything.
///
/// Mail is put together by where it comes from and how it is set up, once by address, once by
/// network and once by organization: a printer beside the mail servers is not lost among them.
struct Stakes {
  let thresholds: ReadinessThresholds
  private var failing: [Census.Configured: Int64] = [:]
  private let passing: [Census.Configured: Int64]

  init(thresholds: ReadinessThresholds, passing: [Census.Configured: Int64]) {
    self.thresholds = thresholds
    self.passing = passing
  }

  mutating func add(_ mail: Mail) {
    for key in Census.places(of: mail) {
      failing[key] = failing[key, default: 0].adding(mail.messages)
    }
  }

  /// Whether all or nearly all mail like this is lost under an enforced policy.
  func isAtStake(_ mail: Mail) -> Bool {
    Census.places(of: mail).contains { key in
      let lost = failing[key] ?? 0
      let all = lost.adding(passing[key] ?? 0)
      return lost >= thresholds.floor
        && Double(lost) >= thresholds.streamShare * Double(all)
    }
  }
}
