internal import Analysis
internal import ArgumentParser
internal import DMARC

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
  @Option(help: ArgumentHelp("Days since a repair.", visibility: .hidden))
  var minRepairedDays: Int?
  @Option(help: ArgumentHelp("Days at the present policy.", visibility: .hidden))
  var minRungDays: Int?
  @Option(help: ArgumentHelp("Share by DKIM before quarantine.", visibility: .hidden))
  var minDkimToQuarantine: Double?
  @Option(help: ArgumentHelp("Share by DKIM before reject.", visibility: .hidden))
  var minDkimToReject: Double?
  @Option(help: ArgumentHelp("Days that establish a reporter.", visibility: .hidden))
  var minReporterDays: Int?
  @Option(help: ArgumentHelp("Days between the first and last of those.", visibility: .hidden))
  var minReporterSpan: Int?
  @Option(
    help: ArgumentHelp("Share of the mail that makes a reporter matter.", visibility: .hidden))
  var maxSilentShare: Double?
  @Option(help: ArgumentHelp("Days that such a reporter may be silent.", visibility: .hidden))
  var maxSilentDays: Int?
  @Option(
    help: ArgumentHelp("Share of a sender's mail that puts it at stake.", visibility: .hidden))
  var senderShare: Double?
  @Option(help: ArgumentHelp("Days of reports before parked.", visibility: .hidden))
  var minParkedDays: Int?
  @Option(help: ArgumentHelp("Days between the first and last of those.", visibility: .hidden))
  var minParkedSpan: Int?

  var values: ReadinessThresholds {
    var values = ReadinessThresholds()
    values.windowDays = minWindowDays ?? values.windowDays
    values.coveredShare = minCovered ?? values.coveredShare
    values.longestGap = maxGap ?? values.longestGap
    values.staleDays = maxAge ?? values.staleDays
    values.volume = minMessages.map { MessageCount($0) } ?? values.volume
    values.reporters = minReporters ?? values.reporters
    values.riskToQuarantine = maxRiskToQuarantine ?? values.riskToQuarantine
    values.riskToReject = maxRiskToReject ?? values.riskToReject
    values.floor = senderFloor.map { MessageCount($0) } ?? values.floor
    values.fall = maxFall ?? values.fall
    values.repairDays = minRepairedDays ?? values.repairDays
    values.rungDays = minRungDays ?? values.rungDays
    values.dkimToQuarantine = minDkimToQuarantine ?? values.dkimToQuarantine
    values.dkimToReject = minDkimToReject ?? values.dkimToReject
    values.establishedDays = minReporterDays ?? values.establishedDays
    values.establishedSpan = minReporterSpan ?? values.establishedSpan
    values.silentShare = maxSilentShare ?? values.silentShare
    values.silentDays = maxSilentDays ?? values.silentDays
    values.streamShare = senderShare ?? values.streamShare
    values.parkedDays = minParkedDays ?? values.parkedDays
    values.parkedSpan = minParkedSpan ?? values.parkedSpan
    return values
  }
}
