import Analysis
import DMARC

/// What really happens to an estate's legitimate mail when a policy is published.
struct Truth {
  /// The same as the gates use, from the issue of the verdict and not from its code.
  static let floor = 10

  var legitimate = 0
  var lost = 0
  /// Streams above the floor that lose all they send, or nearly.
  var streamsLost: [String] = []

  var share: Double { legitimate == 0 ? 0 : Double(lost) / Double(legitimate) }

  /// What is lost when mail of the From domains in `tightened` is held to a policy.
  init(_ estate: Estate, domains: any OrganizationalDomains, tightened: (String) -> Bool) {
    var sent: [Int: (all: Int, lost: Int)] = [:]
    for batch in estate.batches where estate.streams[batch.stream].kind == .legitimate {
      guard tightened(batch.look.from) else { continue }
      let passes = batch.look.passes(domains)
      var counts = sent[batch.stream, default: (0, 0)]
      counts.all += batch.messages
      if !passes.dkim && !passes.spf { counts.lost += batch.messages }
      sent[batch.stream] = counts
    }
    legitimate = sent.values.map(\.all).reduce(0, +)
    lost = sent.values.map(\.lost).reduce(0, +)
    streamsLost = sent.filter {
      $0.value.lost >= Self.floor && $0.value.lost * 10 >= $0.value.all * 9
    }
    .map { estate.streams[$0.key].name }.sorted()
  }

  func isSafe(to policy: Policy) -> Bool {
    let gate = policy == .reject ? 0.005 : 0.02
    return share <= gate && streamsLost.isEmpty
  }
}
