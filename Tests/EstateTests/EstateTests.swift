import Analysis
import Testing

struct EstateTests {
  private func record(_ judged: Judged, _ pass: Judged.Pass) {
    Issue.record("\(judged.part): \(judged.estate) (\(judged.seed)): \(pass.summary)")
  }

  @Test func publishingWhatIsSaidNextNeverLosesMoreThanTheGatesAllow() {
    for judged in Suite.judged where judged.first.isUnsafe { record(judged, judged.first) }
  }

  @Test func noTruthfulAnswerLosesMoreThanTheGatesAllow() {
    for judged in Suite.judged where judged.settled.isUnsafe { record(judged, judged.settled) }
  }

  @Test func everyEstateGetsAVerdictThatFitsIt() {
    for judged in Suite.judged where !judged.first.fits { record(judged, judged.first) }
  }

  @Test func everyVerdictIsRightOnceTheOwnerHasAnswered() {
    for judged in Suite.judged where !judged.settled.fits { record(judged, judged.settled) }
  }

  @Test func noForgedReportTurnsAnEstateThatIsNotReadyIntoAReadyOne() {
    for judged in Suite.judged where judged.part == .forged && judged.verdict.isGood {
      record(judged, judged.first)
    }
  }

  @Test func healthyEstatesAreReadyAndFewAreAskedAbout() {
    let measures = Measures(Suite.judged)
    #expect(measures.healthyGood >= 0.9)
    #expect(measures.healthyAsked <= 0.1)
  }

  @Test func questionsAreFew() {
    let measures = Measures(Suite.judged)
    #expect(measures.medianQuestions == 0)
    #expect(measures.manyQuestions <= 3)
    // Of what a forger tells, one is asked about at a time.
    #expect(Suite.judged.allSatisfy { $0.part == .forged || $0.rounds < Oracle.rounds })
  }

  @Test func theFixListFindsWhatIsLostAndLittleElse() {
    let measures = Measures(Suite.judged)
    #expect(measures.recall >= 0.98)
    #expect(measures.precision >= 0.95)
    #expect(measures.advice >= 0.98)
  }
}
