import Analysis
import DMARC
import Facts
import Foundation
import PublicSuffix

/// The mailbox a generator outside this package makes, where it is to be found.
enum GeneratedMailbox {
  /// The generator beside the corpus; `nil` where this checkout has none.
  static var generator: URL? {
    let environment = ProcessInfo.processInfo.environment
    if let path = environment["DMARC_REPORT_GENERATOR"] { return URL(filePath: path) }
    var folder = URL(filePath: #filePath)
    while folder.path.count > 1 {
      folder.deleteLastPathComponent()
      let script = folder.appending(path: "shared/bench/generate.py")
      if FileManager.default.fileExists(atPath: script.path) { return script }
    }
    return nil
  }

  /// The facts of so many generated reports.
  static func facts(reports count: Int, domains: any OrganizationalDomains) throws -> WindowFacts? {
    guard let generator else { return nil }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "dmarc-report-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", generator.path, folder.path, "W", "\(count)"]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let first = Day(year: 2024, month: 3, day: 1)
    var builder = FactsBuilder(window: first...first.advanced(by: 91), domains: domains)
    let files = try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: "W/xml"), includingPropertiesForKeys: nil)
    for file in files.sorted(by: { $0.path < $1.path }) {
      guard let report = ReportReader.read(try Data(contentsOf: file), domains: domains) else {
        continue
      }
      builder.add(report.header, report.records)
    }
    return builder.finished()
  }
}
