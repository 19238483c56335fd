internal import Analysis
internal import ArgumentParser

/// The numbers behind the gates; docs/readiness.md gives the source of each.
struct ThresholdOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Days the window must have.", visibility: .hidden))
  var minWindowDays: Int?
  @Option(help: ArgumentHelp("Share of days that must have reports.", visibility: .hidden))
  var minCovered: Double?
  @Option(help: ArgumentHelp("Longest run of days without reports.", visibility: .hidden))
  var maxGap: Int?
  @Option(help: ArgumentHelp("Days the newest report may be old.", visibility: .hidden))
  var maxAge: Int?
  @Option(help: ArgumentHelp("Passing messages needed.", visibility: .hidden))
  var minMessages: Int64?
  @Option(help: ArgumentHelp("Established reporters needed.", visibility: .hidden))
  var minReporters: Int?
  @Option(help: ArgumentHelp("Share at risk on the way to quarantine.", visibility: .hidden))
  var maxRiskToQuarantine: Double?
  @Option(help: ArgumentHelp("Share at risk on the way to reject.", visibility: .hidden))
  var maxRiskToReject: Double?
  @Option(help: ArgumentHelp("Messages that make a sender count.", visibility: .hidden))
  var senderFloor: Int64?
  @Option(help: ArgumentHelp("Fall of the last seven days that is allowed.", visibility: .hidden))
  var maxFall: Double?
  @Option(help: ArgumentHelp("Days at the present policy.", visibility: .hidden))
  var minRungDays: Int?
  @Option(help: ArgumentHelp("Share by DKIM before reject.", visibility: .hidden))
  var minDkimToReject: Double?

  var values: ReadinessThresholds {
    var values = ReadinessThresholds()
    values.windowDays = minWindowDays ?? values.windowDays
    values.coveredShare = minCovered ?? values.coveredShare
    values.longestGap = maxGap ?? values.longestGap
    values.staleDays = maxAge ?? values.staleDays
    values.volume = minMessages ?? values.volume
    values.reporters = minReporters ?? values.reporters
    values.riskToQuarantine = maxRiskToQuarantine ?? values.riskToQuarantine
    values.riskToReject = maxRiskToReject ?? values.riskToReject
    values.floor = senderFloor ?? values.floor
    values.fall = maxFall ?? values.fall
    values.rungDays = minRungDays ?? values.rungDays
    values.dkimToReject = minDkimToReject ?? values.dkimToReject
    return values
  }
}
