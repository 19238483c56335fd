import DMARC

/// Opens or shuts the gates of one part of a domain.
///
/// The day that a gate names is a promise: while evidence comes as it did, it never moves back.
/// Where a day depends on what others do, none is named.
struct GateKeeper {
  let thresholds: ReadinessThresholds
  let coverage: Coverage
  let reporters: ReporterDays
  let tally: Tally
  /// The last seven days alone.
  let recent: Tally
  /// Streams of which most or all would be lost.
  let streamsAtStake: Int
  /// Days on which the last mail failed of senders that were repaired.
  let repaired: [Day]
  let rungDays: Int
  let target: Policy

  private var until: Day { coverage.window.upperBound }

  var gates: [Gate] {
    [
      window, daysCovered, longestGap, fresh, enoughReporters, silentReporter, volume, share,
      streams, fall, repairs, rungAge, dkim,
    ]
  }

  private var window: Gate {
    .atLeast(
      .window, days: thresholds.windowDays, actual: coverage.window.count, earliest: nil)
  }

  private var daysCovered: Gate {
    let needed = (thresholds.coveredShare * Double(coverage.expectedCount)).rounded(.up)
    return .atLeast(
      .daysCovered, days: Int(needed), actual: coverage.covered, earliest: wholeAgain)
  }

  private var longestGap: Gate {
    .atMost(
      .longestGap, days: thresholds.longestGap, actual: coverage.longestGap,
      earliest: wholeAgain)
  }

  private var wholeAgain: Day? {
    coverage.age > thresholds.staleDays
      ? nil
      : coverage.earliest(share: thresholds.coveredShare, longestGap: thresholds.longestGap)
  }

  /// When reports come again is not for us to say.
  private var fresh: Gate {
    .atMost(.fresh, days: thresholds.staleDays, actual: coverage.age, earliest: nil)
  }

  private var enoughReporters: Gate {
    .atLeast(
      .reporters, Int64(thresholds.reporters), actual: Int64(reporters.count),
      earliest: reporters.enough(by: thresholds, until: until))
  }

  private var silentReporter: Gate {
    let silent = reporters.silent(by: thresholds, in: coverage.window)
    return Gate(
      name: .reporterSilent, required: .text(""), actual: .text(silent.joined(separator: ", ")),
      met: silent.isEmpty, isLimit: true)
  }

  private var volume: Gate {
    .atLeast(
      .volume, thresholds.volume.number, actual: tally.trusted.number, earliest: enoughVolume)
  }

  /// Counted with seven tenths of the mail there is a day, so that a quiet week does not move it;
  /// none once the window is full and still has too little.
  private var enoughVolume: Day? {
    guard let first = coverage.mailed.min(), coverage.age <= thresholds.staleDays else {
      return nil
    }
    let days = until.number - first.number + 1
    guard days < coverage.window.count, days >= 7 else { return nil }
    let daily = Double(tally.trusted) / Double(days) * 0.7
    let missing = Double(max(0, thresholds.volume - tally.trusted))
    guard daily > 0, daily * Double(coverage.window.count) >= Double(thresholds.volume) else {
      return nil
    }
    return until.advanced(by: Int((missing / daily).rounded(.up)))
  }

  private var share: Gate {
    .atMost(.atRiskShare, share: thresholds.risk(to: target), actual: riskShare)
  }

  /// The share that is shown everywhere, unless only the more careful way to count shuts the gate.
  private var riskShare: Double {
    let shown = tally.atRiskShare ?? 0
    return shown > thresholds.risk(to: target) ? shown : max(shown, tally.guardedShare)
  }

  private var streams: Gate {
    Gate(
      name: .streams, required: .count(0), actual: .count(Int64(streamsAtStake)),
      met: streamsAtStake == 0, isLimit: true, earliest: nil)
  }

  private var fall: Gate {
    let worse = (recent.atRiskShare ?? 0) - (tally.atRiskShare ?? 0)
    let few = recent.atRisk < max(1, thresholds.floor / 2)
    return Gate(
      name: .noFall, required: .share(thresholds.fall), actual: .share(max(0, worse)),
      met: few || worse <= thresholds.fall, isLimit: true)
  }

  /// What was repaired must have passed for a while.
  private var repairs: Gate {
    let last = repaired.max()
    let days = last.map { until.number - $0.number } ?? thresholds.repairDays
    return Gate(
      name: .repairs, required: .days(thresholds.repairDays),
      actual: .days(min(days, thresholds.repairDays)), met: days >= thresholds.repairDays,
      isLimit: false, earliest: last?.advanced(by: thresholds.repairDays))
  }

  private var rungAge: Gate {
    .atLeast(
      .rungAge, days: thresholds.rungDays, actual: rungDays,
      earliest: rungDays > 0 ? until.advanced(by: max(0, thresholds.rungDays - rungDays)) : nil)
  }

  /// Signing that began lately counts from then on.
  private var dkim: Gate {
    let required = thresholds.dkim(to: target)
    let ofLate = recent.trusted >= thresholds.floor ? recent.dkimShare ?? 0 : 0
    let actual = max(tally.dkimShare ?? 0, ofLate)
    return Gate(
      name: .dkimAligned, required: .share(required), actual: .share(actual),
      met: tally.trusted == 0 || actual >= required, isLimit: false, earliest: nil)
  }
}
