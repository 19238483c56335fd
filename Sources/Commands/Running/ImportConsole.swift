internal import DMARC
internal import Facts
internal import ReportImport
internal import ReportIntake
internal import ReportOutput

/// Shows an import at work: a bar on a terminal, problems as they come, one line at the end.
final class ImportConsole: ImportObserver {
  private let quiet: Bool
  private let verbose: Bool
  private var progress: ProgressBar?
  private var total = -1

  init(quiet: Bool, verbose: Bool) {
    self.quiet = quiet
    self.verbose = verbose
  }

  func progressed(done: Int, of total: Int) {
    guard !quiet else { return }
    if total != self.total {
      self.total = total
      progress = ProgressBar(unit: "mails", total: Int64(total))
    }
    progress?.update(done: Int64(done))
  }

  func took(_ report: TakenReport, _ outcome: ImportOutcome) {
    guard verbose else { return }
    let domains = report.domains.joined(separator: ", ")
    let text =
      "\(outcome.rawValue): \(report.input): \(report.reporter) about \(domains), \(report.day.text)"
    progress?.clear()
    StandardError.write(TerminalText.safe(text) + "\n")
  }

  func met(_ problem: IncomingProblem) {
    let what = Self.words[problem.reason] ?? "refused"
    Diagnostics(progress: progress).warning("\(what): \(problem.input)", why: problem.detail)
  }

  /// What is said of an input whose problem is not that it was refused.
  private static let words = [
    "conflict": "in conflict", "replaced": "replaced", "left-out": "incomplete",
    "impossible-period": "undated",
  ]

  func warned(_ text: String) {
    Diagnostics(progress: progress).warning(text)
  }

  /// Prints the closing line.
  func end(
    _ counts: ImportCounts, elapsed: Duration, interrupted: Bool, unreadSubfolders: Int,
    isDryRun: Bool
  ) {
    progress?.clear()
    if interrupted {
      Diagnostics().warning(
        "interrupted: what was read so far is stored; run it again for the rest")
    }
    guard !quiet else { return }
    let trial = isDryRun ? "dry run, nothing is stored: " : ""
    StandardError.write(trial + ImportSentence.text(counts, elapsed: elapsed) + "\n")
    if unreadSubfolders > 0 {
      Diagnostics().note(
        "\(Human.counted(Int64(unreadSubfolders), "subfolder")) not read",
        why: "--recursive reads the subfolders of Maildirs too")
    }
  }
}

/// The closing line of an import.
enum ImportSentence {
  static func text(_ counts: ImportCounts, elapsed: Duration) -> String {
    var parts = [
      Human.counted(Int64(counts.items), "mail or file", "mails and files"),
      "reports: \(new(counts)), "
        + "\(Human.count(Int64(counts.duplicate))) duplicate, "
        + "\(Human.count(Int64(counts.conflict))) conflicting, "
        + "\(Human.count(Int64(counts.refused))) refused",
      Human.counted(Int64(counts.records), "record"),
      Human.counted(counts.messages),
    ]
    parts += extras(counts)
    parts.append(Human.duration(elapsed))
    return parts.joined(separator: "; ")
  }

  /// `9 new`, `9 new (2 TLS, 3 failure)`.
  private static func new(_ counts: ImportCounts) -> String {
    let kinds = [(counts.newTLS, "TLS"), (counts.newFailures, "failure")].filter { $0.0 > 0 }
      .map { "\(Human.count(Int64($0.0))) \($0.1)" }
    let those = kinds.isEmpty ? "" : " (\(kinds.joined(separator: ", ")))"
    return "\(Human.count(Int64(counts.new))) new\(those)"
  }

  private static func extras(_ counts: ImportCounts) -> [String] {
    var extras: [String] = []
    let aside = counts.setAside.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { $0.key.counted($0.value) }
    if !aside.isEmpty { extras.append("set aside: \(aside.joined(separator: ", "))") }
    if counts.incomplete > 0 {
      extras.append("\(Human.count(Int64(counts.incomplete))) incomplete")
    }
    if counts.others > 0 {
      extras.append("\(Human.count(Int64(counts.others))) about other domains left out")
    }
    if counts.undated > 0 { extras.append("\(Human.count(Int64(counts.undated))) undated") }
    if counts.pruned > 0 {
      extras.append("\(Human.count(Int64(counts.pruned))) pruned before (--again)")
    }
    if counts.seen > 0 { extras.append("\(Human.count(Int64(counts.seen))) seen before") }
    if counts.knownRefused > 0 {
      extras.append("\(Human.count(Int64(counts.knownRefused))) refused before (--retry)")
    }
    if counts.vanished > 0 {
      extras.append("\(Human.count(Int64(counts.vanished))) gone meanwhile")
    }
    return extras
  }
}
