import Analysis
import DMARC

/// What really happens to an estate's legitimate mail when a policy is published.
///
/// Mail of a sender that was repaired, moved or fell back counts from that day on: what it did
/// before says nothing of what will be lost.
struct Truth {
  /// The same as the gates use, from the issue of the verdict and not from its code.
  static let floor = 10

  /// A legitimate stream's mail, and what of it would be lost.
  struct Fate {
    var messages = 0
    var lost = 0
  }

  /// By index of the estate's streams.
  private(set) var fates: [Int: Fate] = [:]
  var legitimate: Int { fates.values.map(\.messages).reduce(0, +) }
  var lost: Int { fates.values.map(\.lost).reduce(0, +) }
  var share: Double { legitimate == 0 ? 0 : Double(lost) / Double(legitimate) }

  /// What is lost when mail of the From domains in `tightened` is held to a policy.
  init(
    _ estate: Estate, domains: any OrganizationalDomains, upTo end: Int? = nil,
    tightened: (String) -> Bool
  ) {
    let days = estate.judgedDays(upTo: end)
    let policy = estate.policy(on: days.upperBound)
    for batch in estate.batches
    where days.contains(batch.day) && estate.counts(batch) && tightened(batch.look.from) {
      let passes = batch.look.passes(domains, policy)
      fates[batch.stream, default: Fate()].messages += batch.messages
      if !passes.dkim && !passes.spf {
        fates[batch.stream, default: Fate()].lost += batch.messages
      }
    }
  }

  /// Whether a policy loses no more than the gates allow and no sender of which it matters.
  ///
  /// A sender matters that loses half of 20 messages or more, or nine tenths of ten.
  func isSafe(to policy: Policy) -> Bool {
    let gate = policy == .reject ? 0.005 : 0.02
    return share <= gate
      && !fates.values.contains { fate in
        fate.lost >= Self.floor && fate.lost * 10 >= fate.messages * 9
          || fate.messages >= 20 && fate.lost * 2 >= fate.messages
      }
  }
}

extension Estate {
  /// Whether a batch tells what becomes of legitimate mail.
  func counts(_ batch: Batch) -> Bool {
    let stream = streams[batch.stream]
    return stream.kind == .legitimate && batch.day >= stream.since ?? 0
      && policyDomain(of: batch.look.from) == domain
  }
}
