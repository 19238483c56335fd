import Analysis
import DMARC
import Facts
import Foundation
import PublicSuffix
import TestSupport

/// A mailbox of the generator, read without the program.
enum GeneratedMailbox {
  /// The facts of so many generated reports.
  static func facts(reports count: Int, domains: any OrganizationalDomains) throws -> WindowFacts {
    try TemporaryFolder.with { folder in
      let place = folder.path("W")
      try Program(path: "/usr/bin/env").run(
        ["python3", Places.generator.path, place, "\(count)", "--xml"])
      let first = Day(year: 2024, month: 3, day: 1)
      var builder = FactsBuilder(window: first...first.advanced(by: 91), domains: domains)
      let files = try FileManager.default.contentsOfDirectory(
        at: URL(filePath: place).appending(path: "xml"), includingPropertiesForKeys: nil)
      for file in files.sorted(by: { $0.path < $1.path }) {
        guard let report = ReportReader.read(try Data(contentsOf: file), domains: domains) else {
          continue
        }
        builder.add(report.header, report.records)
      }
      return builder.finished()
    }
  }
}
