import Foundation
import TestSupport

/// What docs/cron.md tells people to write.
struct CronPage {
  private let text: String

  init() throws {
    text = try String(
      contentsOf: Places.package.appending(path: "docs/cron.md"), encoding: .utf8)
  }

  /// The delivery agent's filter.
  var mailfilter: String { block("maildrop") }

  /// The command of the crontab's only job: what is behind the five fields of its time.
  var command: String {
    let job = block("crontab").split(separator: "\n").first { !$0.contains("MAILTO") } ?? ""
    return String(job.replacing(/^(\S+\s+){5}/, with: ""))
  }

  private func block(_ language: String) -> String {
    let parts = text.components(separatedBy: "```\(language)\n")
    return parts.count == 2 ? parts[1].components(separatedBy: "```")[0] : ""
  }
}
