public import Foundation

/// Where things are that tests use.
public enum Places {
  /// The folder of the package.
  public static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The samples of the package.
  public static let samples = package.appending(path: "samples")

  /// Makes mailboxes of invented reports.
  public static let generator = package.appending(path: "bench/generate")

  /// A collection of reports from the field with an independent reading of each, where present:
  /// `DMARC_REPORT_CORPUS`, or `shared/corpus` in a folder above.
  public static let corpus = shared("corpus", variable: "DMARC_REPORT_CORPUS", holding: "files")

  /// Test suites that others made, where present: `DMARC_REPORT_SUITES`, or `shared/suites` in a
  /// folder above.
  public static let suites = shared(
    "suites", variable: "DMARC_REPORT_SUITES", holding: "SOURCES.md")

  private static func shared(_ name: String, variable: String, holding file: String) -> URL? {
    var candidates: [URL] = []
    if let path = ProcessInfo.processInfo.environment[variable] {
      candidates.append(URL(fileURLWithPath: path))
    }
    var folder = package
    while folder.path != "/" {
      folder = folder.deletingLastPathComponent()
      candidates.append(folder.appending(path: "shared/\(name)"))
    }
    return candidates.first {
      FileManager.default.fileExists(atPath: $0.appending(path: file).path)
    }
  }
}
