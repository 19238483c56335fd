import Testing

/// Alerts over time, on estates of which the truth is known.
struct TellingTests {
  @Test func everyBreakIsToldWithinTwoCompleteDaysOfEvidence() {
    if Tellings.isComplete { print(Tellings.text) }
    for telling in Tellings.worlds where (telling.delay ?? 0) > 2 {
      Issue.record("\(telling.text)")
    }
    #expect(!Tellings.isComplete || Tellings.delays.count >= 10)
  }

  @Test func whereNothingFailsAlarmsAreRare() {
    #expect(Tellings.quiet.count >= 3)
    #expect(Tellings.rate(Tellings.quiet) < 0.2)
  }

  @Test func wavesOfSpoofingTellNothing() {
    for telling in Tellings.waves where !telling.alarms.isEmpty { Issue.record("\(telling.text)") }
  }
}
