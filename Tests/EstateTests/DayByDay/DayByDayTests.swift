import DMARC
import Testing

/// The same estates on 90 days in turn: a verdict is something that one can rely on tomorrow.
struct DayByDayTests {
  private func record(_ faults: [Diary.Fault]) {
    for fault in faults { Issue.record("\(fault.text)") }
  }

  @Test func noVerdictIsTakenBackWithinAWeekUnlessSomethingHappens() {
    if Diaries.asked != nil { print(Diaries.text) }
    for diary in Diaries.kept { record(diary.flickers) }
  }

  @Test func noPromisedDayMovesBackWhileEvidenceGoesOnAsBefore() {
    for diary in Diaries.kept { record(diary.brokenPromises) }
  }

  @Test func whatBrokeLatelyIsToldWithinThreeDays() {
    let delays = Diaries.delays
    #expect(delays.isEmpty || delays[delays.count / 2] <= 3)
    #expect(Diaries.asked == nil || delays.count >= 10)
  }

  @Test func whatLosesMailIsNotForgottenWhileItGoesOn() {
    for diary in Diaries.kept {
      for day in diary.unsafeDays {
        Issue.record("\(diary.estate.name) (\(diary.estate.seed)), day \(day.day): \(day.summary)")
      }
    }
  }

  @Test func somethingThatBeginsIsACauseAndMailAsEveryDayIsNone() {
    let judge = Judge()
    var estate = Estate(name: "plain", seed: 1, days: 120)
    let own = estate.addStream("own", .legitimate)
    for day in 0..<120 where day % 3 == 0 {
      estate.batches.append(
        Batch(
          stream: own, day: day, address: "192.0.2.10", look: Looks.own(estate.domain), messages: 9)
      )
    }
    #expect(!Causes(estate, judge.domains).explain(60...65))
    estate.batches.append(
      Batch(
        stream: estate.addStream("run", .spoofed), day: 61, address: "198.51.100.7",
        look: Looks.unsigned(estate.domain, spf: .fail), messages: 9))
    let causes = Causes(estate, judge.domains)
    #expect(causes.explain(60...65))
    #expect(causes.explain(90...92))
    #expect(!causes.explain(75...80))
  }
}
