import Analysis
import Testing

struct EstateTests {
  private func judge(_ estates: [Estate]) -> [Judged] {
    let judge = Judge()
    return estates.map(judge.judge)
  }

  @Test func publishingWhatIsSaidNextNeverLosesMoreThanTheGatesAllow() {
    for judged in judge(Suite.all()) where judged.isUnsafe {
      Issue.record("\(judged.estate) (\(judged.seed)): \(judged.summary)")
    }
  }

  @Test func noWaveTurnsAReadyEstateIntoAnythingElse() {
    for judged in judge(Suite.waves()) where judged.verdict != .ready {
      Issue.record("\(judged.estate) (\(judged.seed)): \(judged.summary)")
    }
  }

  @Test func everyEstateGetsAVerdictThatFitsIt() {
    for judged in judge(Suite.all()) where !judged.allowed.contains(judged.verdict) {
      Issue.record("\(judged.estate) (\(judged.seed)): \(judged.summary)")
    }
  }

  @Test func noForgedReportTurnsAnEstateThatIsNotReadyIntoAReadyOne() {
    for judged in judge(Suite.forged()) where judged.verdict.isGood {
      Issue.record("\(judged.estate) (\(judged.seed)): \(judged.summary)")
    }
  }
}
