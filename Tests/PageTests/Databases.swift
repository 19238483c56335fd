import Foundation
import TestSupport

/// Databases that are made once for all tests of pages.
enum Databases {
  static let samples = Result {
    try imported("samples", Places.samples.appending(path: "maildir").path)
  }

  /// 400 reports about 40 domains out of the generator.
  static let generated = Result {
    let folder = try scratch.get().appending(path: "generated")
    _ = try Program(path: "/usr/bin/env").run(
      ["python3", Places.generator.path, folder.path, "400", "--seed", "7491"])
    return try imported("generated", folder.appending(path: "maildir").path)
  }

  /// Reports that carry what browsers act on, wherever a report has a text.
  static let hostile = Result {
    let folder = try scratch.get().appending(path: "hostile")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (number, text) in HostileReport.texts.enumerated() {
      // Every day another one, so that the reporters are established.
      for day in 0..<10 {
        let report = HostileReport(text: text, number: number, day: day)
        try Data(report.xml.utf8).write(to: folder.appending(path: "\(number)-\(day).xml"))
      }
    }
    let samples = Places.samples.appending(path: "hostile")
    for name in ["html.xml", "html-script.xml", "html-attribute.xml", "right-to-left.xml"] {
      try FileManager.default.copyItem(
        at: samples.appending(path: name), to: folder.appending(path: name))
    }
    return try imported("hostile", folder.path)
  }

  private static let scratch = Result {
    let folder = URL(fileURLWithPath: Program.dmarcReport.path).resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "PageTests.scratch")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// A place for a file of a test.
  static func place(_ name: String) throws -> String {
    try scratch.get().appending(path: name).path
  }

  private static func imported(_ name: String, _ path: String) throws -> String {
    let database = try place(name + ".sqlite")
    _ = try Program.dmarcReport.run(["import", "--quiet", "--database", database, path])
    return database
  }
}
