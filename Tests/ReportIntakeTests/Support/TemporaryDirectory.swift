import Foundation

/// A directory that a test has for itself.
struct TemporaryDirectory {
  let path: String

  static func with<Result>(_ body: (TemporaryDirectory) throws -> Result) throws -> Result {
    let path = NSTemporaryDirectory() + "intake-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(TemporaryDirectory(path: path))
  }

  @discardableResult func write(_ bytes: Data, _ name: String) throws -> String {
    let file = "\(path)/\(name)"
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try bytes.write(to: URL(fileURLWithPath: file))
    return file
  }

  /// A Maildir with nothing in it.
  func maildir(_ name: String = "Maildir") throws -> String {
    for folder in ["tmp", "new", "cur"] {
      try FileManager.default.createDirectory(
        atPath: "\(path)/\(name)/\(folder)", withIntermediateDirectories: true)
    }
    return "\(path)/\(name)"
  }

  func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)").sorted()
  }
}
