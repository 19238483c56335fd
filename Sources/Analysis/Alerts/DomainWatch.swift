import DMARC
import Facts

/// What is new about one domain since it was last asked.
struct DomainWatch {
  let domain: DomainReadiness
  let options: AlertOptions
  /// The last complete day.
  let asOf: Day
  let established: Set<Int>

  private var name: String { domain.domain }

  /// The alerts; `memory` is told what to remember.
  func alerts(_ memory: inout WatchMemory) -> [Alert] {
    let isFirst = memory.value(.domain, name) == nil
    let silence = silence(&memory)
    // Without reports nothing else is known: it is as it was.
    guard memory.isSilent(name) == false else {
      memory.keepAll(of: name)
      return silence
    }
    memory.keep("", .domain, name)
    let learned = senders(&memory) + policy(&memory) + verdict(&memory)
    // What a domain has when it is first looked at is no news; what is wrong with it is.
    return silence + (isFirst ? [] : learned) + risk(&memory) + silentReporters(&memory)
  }

  private func alert(_ matter: Alert.Matter, isOver: Bool = false) -> Alert {
    Alert(domain: name, matter: matter, isOver: isOver)
  }

  // MARK: Senders

  private static let (passes, fails) = ("passes", "fails")

  private func senders(_ memory: inout WatchMemory) -> [Alert] {
    let watch = WatchedSenders(options: options, established: established, asOf: asOf)
    let found = watch.senders(of: domain)
    for subject in memory.subjects(.sender, name) where found[subject] == nil {
      // What is not seen for a while is remembered: a monthly letter is not new each month.
      memory.keep(Self.passes, .sender, name, subject)
    }
    return found.sorted { $0.key < $1.key }.compactMap { subject, sender in
      let before = memory.value(.sender, name, subject)
      let now = sender.fails(options) ? Self.fails : Self.passes
      memory.keep(now, .sender, name, subject)
      switch (before, now) {
      case (nil, Self.fails):
        return alert(.senderFails(sender.told, isNew: sender.isNew(asOf: asOf)))
      case (nil, _): return sender.isNew(asOf: asOf) ? alert(.newSender(sender.told)) : nil
      case (Self.passes, Self.fails): return alert(.senderFails(sender.told, isNew: false))
      case (Self.fails, Self.passes):
        return alert(.senderFails(sender.told, isNew: false), isOver: true)
      default: return nil
      }
    }
  }

  // MARK: Verdict and policy

  private func verdict(_ memory: inout WatchMemory) -> [Alert] {
    memory.keep(domain.verdict.rawValue, .verdict, name)
    guard let before = memory.value(.verdict, name).flatMap(Verdict.init),
      before != domain.verdict
    else { return [] }
    return [alert(.verdict(from: before, to: domain.verdict))]
  }

  private func policy(_ memory: inout WatchMemory) -> [Alert] {
    let before = memory.value(.policy, name).flatMap(WatchedPolicy.init(note:))
    var now = WatchedPolicy(domain.policy)
    // Without a report nothing is known of the policy, which is not the same as that there is none.
    guard domain.own.silentSince == nil, !domain.establishedReporters.isEmpty else {
      if let before { memory.keep(before.note, .policy, name) }
      return []
    }
    if let before { now = now.filled(from: before) }
    memory.keep(now.note, .policy, name)
    guard let before, before != now else { return [] }
    // The first report that shows `sp` changes nothing that was known.
    guard before.sp != nil || before.p != now.p || before.rung != now.rung else { return [] }
    return [alert(.policy(from: before, to: now))]
  }

  // MARK: What is wrong while it lasts

  /// Tells of something when it begins and when it ends.
  private func standing(
    _ isSo: Bool, _ topic: WatchMemory.Topic, _ subject: String = "", value: String,
    _ memory: inout WatchMemory, _ matter: Alert.Matter
  ) -> Alert? {
    let known = memory.value(topic, name, subject)
    if isSo { memory.keep(known ?? value, topic, name, subject) }
    guard isSo != (known != nil) else { return nil }
    return alert(matter, isOver: !isSo)
  }

  private func risk(_ memory: inout WatchMemory) -> [Alert] {
    guard let days = domain.timeline?.days, days.count > options.riskDays else { return [] }
    let told = memory.value(.riskRose, name).flatMap { Double($0) }
    let last = Share(days.suffix(options.riskDays))
    let before = Share(days.dropLast(options.riskDays))
    // What is told of is held against what was usual then: the days since are no measure.
    let usual = told ?? before.atRisk
    let rose =
      last.messages >= options.riskMessages && last.atRisk >= usual + options.riskRise
      // A day of little mail, as a Sunday, ends nothing.
      || told != nil && last.messages < options.riskMessages
    return [
      standing(
        rose, .riskRose, value: String(usual), &memory,
        .riskRose(usual: usual, now: last.atRisk))
    ].compactMap(\.self)
  }

  /// The share at risk of some days.
  private struct Share {
    let messages: MessageCount
    let atRisk: Double

    init(_ days: some Sequence<Timeline.OfDay>) {
      let counts = days.reduce(into: KindCounts()) { $0 += $1.counts }
      messages = counts[.passes] + counts[.atRisk]
      atRisk = counts[.atRisk].share(of: messages) ?? 0
    }
  }

  private func silentReporters(_ memory: inout WatchMemory) -> [Alert] {
    let silent = Set(domain.own.silentReporters)
    let known = memory.subjects(.reporterSilent, name)
    return silent.union(known).sorted().compactMap { reporter in
      standing(
        silent.contains(reporter), .reporterSilent, reporter, value: "", &memory,
        .reporterSilent(reporter))
    }
  }

  /// No report for longer than it ever was in the window.
  private func silence(_ memory: inout WatchMemory) -> [Alert] {
    let known = memory.value(.noReports, name) != nil
    guard domain.newestReport != nil || known else { return [] }
    let reported = (domain.timeline?.days ?? []).map { $0.reports > 0 }
    let run = reported.reversed().prefix { !$0 }.count
    let isSo =
      domain.isSilent || run >= options.silentDays + Self.longestGap(reported.dropLast(run))
    return [
      standing(
        isSo, .noReports, value: "", &memory, .noReports(since: domain.newestReport))
    ].compactMap(\.self)
  }

  /// The longest run of days without a report, after the first with one.
  private static func longestGap(_ reported: some Sequence<Bool>) -> Int {
    reported.drop { !$0 }.reduce(into: (run: 0, longest: 0)) { gap, isReported in
      gap.run = isReported ? 0 : gap.run + 1
      gap.longest = max(gap.longest, gap.run)
    }.longest
  }
}
