import Analysis
import Testing

struct EstateTests {
  @Test func publishingWhatIsSaidNextNeverLosesMoreThanTheGatesAllow() {
    for judged in Suite.judged where judged.part != .undecidable && judged.isUnsafe {
      Issue.record("\(judged.part): \(judged.estate) (\(judged.seed)): \(judged.summary)")
    }
  }

  @Test func noWaveTurnsAReadyEstateIntoAnythingElse() {
    for judged in Suite.judged where judged.part == .waves && judged.verdict != .ready {
      Issue.record("\(judged.estate) (\(judged.seed)): \(judged.summary)")
    }
  }

  @Test func everyEstateGetsAVerdictThatFitsIt() {
    for judged in Suite.judged
    where judged.part != .undecidable && !judged.fits {
      Issue.record("\(judged.part): \(judged.estate) (\(judged.seed)): \(judged.summary)")
    }
  }

  @Test func noForgedReportTurnsAnEstateThatIsNotReadyIntoAReadyOne() {
    for judged in Suite.judged where judged.part == .forged && judged.verdict.isGood {
      Issue.record("\(judged.estate) (\(judged.seed)): \(judged.summary)")
    }
  }
}
