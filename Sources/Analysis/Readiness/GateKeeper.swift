import DMARC
import Facts

/// Opens or shuts the gates of one part of a domain.
struct GateKeeper {
  let thresholds: ReadinessThresholds
  let coverage: Coverage
  let reporters: ReporterDays
  let tally: Tally
  /// The last seven days alone.
  let recent: Tally
  /// Streams of which most or all would be lost.
  let streamsAtStake: Int
  let rungDays: Int
  let target: Policy

  private var until: Day { coverage.window.upperBound }

  var gates: [Gate] {
    [
      window, daysCovered, longestGap, fresh, enoughReporters, silentReporter, volume, share,
      streams, fall, rungAge, dkim,
    ]
  }

  private var window: Gate {
    .atLeast(
      .window, days: thresholds.windowDays, actual: coverage.window.count, earliest: nil)
  }

  private var daysCovered: Gate {
    let needed = (thresholds.coveredShare * Double(coverage.expected.count)).rounded(.up)
    return .atLeast(
      .daysCovered, days: Int(needed), actual: coverage.covered, earliest: wholeAgain)
  }

  private var longestGap: Gate {
    .atMost(
      .longestGap, days: thresholds.longestGap, actual: coverage.longestGap,
      earliest: wholeAgain)
  }

  private var wholeAgain: Day? {
    coverage.earliest(share: thresholds.coveredShare, longestGap: thresholds.longestGap)
  }

  private var fresh: Gate {
    .atMost(
      .fresh, days: thresholds.staleDays, actual: coverage.age,
      earliest: until.advanced(by: 1))
  }

  private var enoughReporters: Gate {
    .atLeast(
      .reporters, Int64(thresholds.reporters), actual: Int64(reporters.count),
      earliest: until.advanced(by: thresholds.establishedSpan))
  }

  private var silentReporter: Gate {
    let silent = reporters.silent(by: thresholds, until: until)
    return Gate(
      name: .reporterSilent, required: .text(""), actual: .text(silent.joined(separator: ", ")),
      met: silent.isEmpty, isLimit: true,
      earliest: silent.isEmpty ? nil : until.advanced(by: 1))
  }

  private var volume: Gate {
    let missing = Double(max(0, thresholds.volume - tally.trusted))
    let daily = Double(tally.trusted) / Double(max(1, coverage.window.count))
    let days = daily > 0 ? (missing / daily).rounded(.up) : .infinity
    return .atLeast(
      .volume, thresholds.volume, actual: tally.trusted,
      earliest: days < 3650 ? until.advanced(by: Int(days)) : nil)
  }

  private var share: Gate {
    .atMost(.atRiskShare, share: thresholds.risk(to: target), actual: tally.guardedShare)
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
      met: few || worse <= thresholds.fall, isLimit: true, earliest: until.advanced(by: 7))
  }

  private var rungAge: Gate {
    .atLeast(
      .rungAge, days: thresholds.rungDays, actual: rungDays,
      earliest: until.advanced(by: max(0, thresholds.rungDays - rungDays)))
  }

  private var dkim: Gate {
    let required = thresholds.dkim(to: target)
    let actual = tally.dkimShare ?? 0
    return Gate(
      name: .dkimAligned, required: .share(required), actual: .share(actual),
      met: tally.trusted == 0 || actual >= required, isLimit: false, earliest: nil)
  }
}
