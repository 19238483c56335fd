import DMARC

/// The days on which something begins, ends or leaves the window in an estate's mail or reports.
struct Causes {
  /// Days without mail of a stream after which what comes next has begun anew.
  private static let pause = 7
  /// Days after something began or ended within which the verdict may still follow it.
  static let echo = 8

  private(set) var days: Set<Int> = []
  private let window: Int

  init(_ estate: Estate, _ domains: any OrganizationalDomains) {
    window = estate.window
    var seen: [String: Set<Int>] = [:]
    for batch in estate.batches {
      let passes = batch.look.passes(domains, estate.policy(on: batch.day))
      seen["\(batch.stream) \(passes.dkim || passes.spf)", default: []].insert(batch.day)
    }
    for days in seen.values { addRuns(days.sorted(), pause: Self.pause) }
    addRuns(estate.lostDays.sorted(), pause: 1)
    for receiver in estate.receivers {
      addRuns(receiver.silentDays.sorted(), pause: 1)
      for quirk in receiver.quirks { addRuns(Array(quirk.days), pause: 1) }
      if let renamed = receiver.renamed { add(renamed.from) }
    }
    for policy in estate.policies where policy.from > 0 { add(policy.from) }
  }

  private mutating func addRuns(_ days: [Int], pause: Int) {
    for (index, day) in days.enumerated() {
      if index == 0 || day - days[index - 1] > pause { add(day) }
      if index == days.count - 1 || days[index + 1] - day > pause { add(day + 1) }
    }
  }

  /// What comes into the window leaves it again.
  private mutating func add(_ day: Int) { days.formUnion([day, day + window]) }

  /// Whether anything happened that a verdict on some days, or a change of it, may come from.
  func explain(_ changes: ClosedRange<Int>, echo: Int = Self.echo) -> Bool {
    (changes.lowerBound - echo...changes.upperBound).contains(where: days.contains)
  }
}
