import Analysis
import DMARC
import Testing

/// What is looked for in diaries must be found there.
struct DiaryTests {
  private let judge = Judge()

  /// Mail of a healthy domain on every third day of four months.
  private var estate: Estate {
    var estate = Estate(name: "plain", seed: 1, days: 120)
    let own = estate.addStream("own", .legitimate)
    for day in stride(from: 0, to: 120, by: 3) {
      estate.batches.append(
        Batch(
          stream: own, day: day, address: "192.0.2.10", look: Looks.own(estate.domain),
          messages: 9))
    }
    return estate
  }

  /// The same with a stranger's mail on one day.
  private var disturbed: Estate {
    var estate = estate
    estate.batches.append(
      Batch(
        stream: estate.addStream("run", .spoofed), day: 61, address: "198.51.100.7",
        look: Looks.unsigned(estate.domain, spf: .fail), messages: 9))
    return estate
  }

  /// Verdicts of days from the 60th on, with the days promised, from the last one of the mail.
  private func diary(
    _ estate: Estate, _ verdicts: [Verdict], promised: [Int?] = [], losing: Set<Int> = []
  ) -> Diary {
    let entries = verdicts.enumerated().map { index, verdict in
      let promise = promised.indices.contains(index) ? promised[index] : nil
      return Diary.Entry(
        day: 60 + index, verdict: verdict, earliest: promise.map(Estate.lastDay.advanced),
        summary: "", wouldLose: losing.contains(60 + index))
    }
    return Diary(estate, entries, Causes(estate, judge.domains))
  }

  @Test func somethingThatBeginsIsACauseAndMailAsEveryDayIsNone() {
    #expect(!Causes(estate, judge.domains).explain(60...65))
    let causes = Causes(disturbed, judge.domains)
    #expect(causes.explain(60...65))
    #expect(causes.explain(90...92))
    #expect(!causes.explain(75...80))
  }

  @Test func aChangeTakenBackWithinAWeekIsAFlicker() {
    #expect(diary(estate, [.ready, .ask, .ask, .ready]).flickers.map(\.days) == [60...63])
    #expect(diary(estate, [.ready, .ask, .ask, .ask]).flickers.isEmpty)
    let week: [Verdict] = [.ready] + Array(repeating: .ask, count: 8) + [.ready]
    #expect(diary(estate, week).flickers.isEmpty)
  }

  @Test func aChangeWithACauseIsNone() {
    #expect(diary(disturbed, [.ready, .ask, .ask, .ready]).flickers.isEmpty)
  }

  @Test func aDayThatMovesBackOrVanishesIsABrokenPromise() {
    let waiting: [Verdict] = [.wait, .wait, .wait]
    #expect(diary(estate, waiting, promised: [9, 9, 8]).brokenPromises.isEmpty)
    #expect(diary(estate, waiting, promised: [9, 10, 10]).brokenPromises.map(\.days) == [60...61])
    #expect(diary(estate, waiting, promised: [9, 9, nil]).brokenPromises.map(\.days) == [61...62])
    #expect(diary(estate, [.wait, .ready, .wait], promised: [9]).brokenPromises.isEmpty)
  }

  @Test func timeUntilABreakIsToldCountsFromTheFullEvidence() {
    var broken = estate
    broken.streams[0].since = 61
    let losing = Set(62...70)
    #expect(diary(broken, [.ready, .ready, .ready, .ask], losing: losing).delay == 1)
    #expect(diary(broken, [.ready, .ready, .fix, .fix], losing: losing).delay == 0)
    #expect(diary(broken, [.ready, .ready, .ready], losing: losing).delay == Diary.length)
    #expect(diary(estate, [.ready, .ready, .ready], losing: losing).delay == nil)
  }

  @Test func threeDaysAfterTheEvidenceReadyIsUnsafe() {
    let verdicts: [Verdict] = [.ready, .ready, .ready, .ready, .ask]
    #expect(diary(estate, verdicts, losing: Set(60...64)).unsafeDays.map(\.day) == [63])
    #expect(diary(estate, verdicts, losing: Set(61...64)).unsafeDays.isEmpty)
  }
}
