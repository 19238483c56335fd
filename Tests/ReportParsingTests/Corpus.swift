import Foundation

/// Where reports of the world are, if they are.
enum Corpus {
  static let folder: URL? = {
    if let path = ProcessInfo.processInfo.environment["DMARC_REPORT_CORPUS"] {
      return URL(fileURLWithPath: path)
    }
    var folder = URL(fileURLWithPath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let candidate = folder.appendingPathComponent("shared/corpus")
      let table = candidate.appendingPathComponent("EXPECTED.tsv")
      if FileManager.default.fileExists(atPath: table.path) { return candidate }
    }
    return nil
  }()
}
