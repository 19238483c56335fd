public import Foundation

/// A folder of a test's own.
public struct TemporaryFolder: Sendable {
  /// Where it is.
  public let url: URL

  /// Lends a new folder, which is gone afterwards.
  public static func with<T>(_ body: (TemporaryFolder) throws -> T) throws -> T {
    let name = "dmarc-report-\(UUID().uuidString)"
    let url = FileManager.default.temporaryDirectory.appending(path: name)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(TemporaryFolder(url: url))
  }

  /// A path in the folder.
  public func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file, and the folders above it; gives its path.
  @discardableResult
  public func write(_ data: Data, to name: String) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file.path
  }

  /// Writes a text file, and the folders above it; gives its path.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  /// Makes a folder in the folder; gives its path.
  @discardableResult
  public func folder(_ name: String) throws -> String {
    let folder = url.appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.path
  }
}
