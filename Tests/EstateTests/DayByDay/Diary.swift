import Analysis
import DMARC

/// What is said of an estate day after day.
struct Diary: Sendable {
  /// One day's verdict.
  struct Entry: Sendable {
    /// An index of the estate's days.
    var day: Int
    var verdict: Verdict
    var earliest: Day?
    var summary: String
    /// Whether taking the next step on that day would lose more than it may.
    var wouldLose: Bool
  }

  /// Something of a diary that is not as it should be.
  struct Fault: Sendable {
    var days: ClosedRange<Int>
    var text: String
  }

  let estate: Estate
  let entries: [Entry]
  private let causes: Causes

  /// Days of mail before the first verdict, of a domain long known and of a new one.
  static let histories = [30, 3]
  /// Days with a verdict.
  static let length = 90
  /// Days within which a change must not be taken back.
  private static let flicker = 7

  init(_ estate: Estate, _ entries: [Entry], _ causes: Causes) {
    (self.estate, self.entries, self.causes) = (estate, entries, causes)
  }

  init(_ world: World, seed: UInt64, history: Int, _ judge: Judge) {
    let estate = world.estate(seed: seed, days: history + Self.length)
    let reports = estate.reports(judge.domains)
    let entries = (history..<estate.days).map { day in
      let readiness = judge.analysis.report(on: judge.facts(estate, reports, upTo: day)).domains
        .first { $0.domain == estate.domain }
      let rung = estate.policy(on: day).rung
      let truth = Truth(estate, domains: judge.domains, upTo: day) { $0 == estate.domain }
      return Entry(
        day: day, verdict: readiness?.verdict ?? .wait, earliest: readiness?.own.earliest,
        summary: readiness.map(Judge.summary) ?? "no domain",
        wouldLose: rung != .reject && !truth.isSafe(to: rung.oneUp))
    }
    self.init(estate, entries, Causes(estate, judge.domains))
  }

  private func fault(_ days: ClosedRange<Int>) -> Fault {
    let told = entries.filter { days.contains($0.day) }
      .map { "\n    day \($0.day), until \($0.earliest?.text ?? "?"): \($0.summary)" }
    return Fault(days: days, text: "\(estate.name) (\(estate.seed))" + told.joined())
  }

  /// Days on which a day was promised.
  var promises: Int { entries.filter { $0.verdict == .wait && $0.earliest != nil }.count }

  /// Changes of the verdict that were taken back within a week, without anything that happened.
  var flickers: [Fault] {
    entries.indices.dropFirst().compactMap { index in
      let before = entries[index - 1].verdict
      guard entries[index].verdict != before else { return nil }
      let back = entries[index...].prefix(Self.flicker + 1).first { $0.verdict == before }
      guard let back, !causes.explain(entries[index].day...back.day) else { return nil }
      return fault(entries[index - 1].day...back.day)
    }
  }

  /// Promised days that moved back or were taken back, without anything that happened.
  var brokenPromises: [Fault] {
    zip(entries, entries.dropFirst()).compactMap { before, after in
      guard before.verdict == .wait, after.verdict == .wait, let promised = before.earliest,
        after.earliest.map({ $0 > promised }) ?? true,
        !causes.explain(after.day...after.day, echo: 1)
      else { return nil }
      return fault(before.day...after.day)
    }
  }

  /// The day from which on a stream loses more than it may, where that is well after the first.
  private var broken: Int? {
    guard let since = estate.streams.compactMap(\.since).min(),
      entries.first(where: { $0.day == since - 1 })?.verdict.isWarning == false
    else { return nil }
    return entries.first { $0.day >= since && $0.wouldLose }?.day
  }

  /// Days between complete evidence of something that broke lately and the verdict that says so;
  /// `nil` where nothing broke, the length of the diary where it was never said.
  var delay: Int? {
    broken.map { broken in
      let told = entries.first { $0.day >= broken && $0.verdict.isWarning }
      return told.map { $0.day - broken } ?? Self.length
    }
  }

  /// Days on which the next step was free although mail would be lost, longer than a few days
  /// after the evidence was complete.
  var unsafeDays: [Entry] {
    entries.enumerated().filter { index, entry in
      entry.verdict.isGood && index >= 3 && entries[index - 3...index].allSatisfy(\.wouldLose)
    }.map(\.element)
  }
}

extension Verdict {
  /// Whether it says that something is wrong, or may be.
  fileprivate var isWarning: Bool { self == .ask || self == .fix || self == .alarm }
}
