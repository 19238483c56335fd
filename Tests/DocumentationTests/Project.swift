import Foundation
import TestSupport

/// The project's files.
enum Project {
  static func path(_ relative: String) -> String { Places.package.appending(path: relative).path }

  /// The text of a file below the root.
  static func text(_ relative: String) throws -> String {
    try String(contentsOfFile: path(relative), encoding: .utf8)
  }

  /// The files below a folder with an ending such as `.swift`, sorted.
  static func files(under folder: String, ending: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: path(folder))?.allObjects as? [String]
    return (all ?? []).filter { $0.hasSuffix(ending) }.map { "\(folder)/\($0)" }.sorted()
  }
}
