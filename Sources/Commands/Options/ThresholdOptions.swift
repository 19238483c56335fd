internal import Analysis
internal import ArgumentParser
internal import Configuration
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

  /// A threshold: the name of its option, which is its key in the configuration, and what it is.
  private typealias Threshold<Asked, Value> = (
    name: String, option: KeyPath<ThresholdOptions, Asked?>,
    value: WritableKeyPath<ReadinessThresholds, Value>
  )

  private static var counts: [Threshold<Int, Int>] {
    [
      ("min-window-days", \.minWindowDays, \.windowDays), ("max-gap", \.maxGap, \.longestGap),
      ("max-age", \.maxAge, \.staleDays), ("min-reporters", \.minReporters, \.reporters),
      ("min-repaired-days", \.minRepairedDays, \.repairDays),
      ("min-rung-days", \.minRungDays, \.rungDays),
      ("min-reporter-days", \.minReporterDays, \.establishedDays),
      ("min-reporter-span", \.minReporterSpan, \.establishedSpan),
      ("max-silent-days", \.maxSilentDays, \.silentDays),
      ("min-parked-days", \.minParkedDays, \.parkedDays),
      ("min-parked-span", \.minParkedSpan, \.parkedSpan),
    ]
  }

  private static var messages: [Threshold<Int64, MessageCount>] {
    [("min-messages", \.minMessages, \.volume), ("sender-floor", \.senderFloor, \.floor)]
  }

  private static var shares: [Threshold<Double, Double>] {
    [
      ("min-covered", \.minCovered, \.coveredShare),
      ("max-risk-to-quarantine", \.maxRiskToQuarantine, \.riskToQuarantine),
      ("max-risk-to-reject", \.maxRiskToReject, \.riskToReject), ("max-fall", \.maxFall, \.fall),
      ("min-dkim-to-quarantine", \.minDkimToQuarantine, \.dkimToQuarantine),
      ("min-dkim-to-reject", \.minDkimToReject, \.dkimToReject),
      ("max-silent-share", \.maxSilentShare, \.silentShare),
      ("sender-share", \.senderShare, \.streamShare),
    ]
  }

  /// The names of all thresholds, in order.
  static var names: [String] { (wholeNames + shares.map(\.name)).sorted() }

  private static var wholeNames: [String] { counts.map(\.name) + messages.map(\.name) }

  /// What the options ask for, else the configuration, else nobody.
  func values(_ settings: Configuration) throws -> ReadinessThresholds {
    try Self.refuseUnknown(settings)
    let set = settings.thresholds.mapValues(\.value)
    var values = ReadinessThresholds()
    for (name, option, value) in Self.counts {
      if let number = self[keyPath: option] ?? set[name].flatMap(Int.init(exactly:)) {
        values[keyPath: value] = number
      }
    }
    for (name, option, value) in Self.messages {
      if let number = self[keyPath: option] ?? set[name].flatMap(Int64.init(exactly:)) {
        values[keyPath: value] = MessageCount(number)
      }
    }
    for (name, option, value) in Self.shares {
      if let share = self[keyPath: option] ?? set[name] { values[keyPath: value] = share }
    }
    return values
  }

  /// Throws `ConfigurationError` where a threshold of the configuration is none.
  static func refuseUnknown(_ settings: Configuration) throws {
    for (name, set) in settings.thresholds.sorted(by: { $0.key < $1.key }) {
      let key = "thresholds.\(name)"
      guard names.contains(name) else {
        throw ConfigurationError(file: set.file, line: set.line, .unknownKey(key))
      }
      let isShare = !wholeNames.contains(name)
      guard isShare ? set.value <= 1 : Int(exactly: set.value) != nil else {
        let needed = isShare ? "a share from 0 to 1" : "a whole number"
        throw ConfigurationError(
          file: set.file, line: set.line, .badValue(key: key, needed: needed))
      }
    }
  }
}
