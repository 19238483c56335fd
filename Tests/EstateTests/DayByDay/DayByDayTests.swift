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
}
