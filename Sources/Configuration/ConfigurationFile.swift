import Glibc
import TOMLKit

/// A configuration file that was read, with the lines of its settings.
struct ConfigurationFile {
  /// No configuration is as long, in bytes.
  private static let longest = 1 << 20

  let path: String
  let tree: TOMLTree
  private let text: String

  /// Reads a file; `nil` where there is none.
  init?(path: String) throws(ConfigurationError) {
    guard let text = try Self.text(of: path) else { return nil }
    self.path = path
    self.text = text
    do {
      tree = try TOMLTree(document: text)
    } catch let error as TOMLParseError {
      throw ConfigurationError(
        file: path, line: error.source.begin.line, .malformed(error.description))
    } catch {
      throw ConfigurationError(file: path, .malformed(String(describing: error)))
    }
  }

  private static func text(of path: String) throws(ConfigurationError) -> String? {
    guard let file = fopen(path, "re") else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw ConfigurationError(file: path, .unreadable(errno))
    }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: longest + 1)
    let count = fread(&bytes, 1, bytes.count, file)
    guard ferror(file) == 0 else { throw ConfigurationError(file: path, .unreadable(errno)) }
    guard count <= longest else {
      throw ConfigurationError(file: path, .tooLong(limit: longest))
    }
    // The parser takes a text that ends at its first zero byte, and TOML has none.
    if let zero = bytes[..<count].firstIndex(of: 0) {
      let line = bytes[..<zero].count { $0 == UInt8(ascii: "\n") } + 1
      throw ConfigurationError(file: path, line: line, .malformed("a zero byte"))
    }
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// The line on which a setting begins.
  ///
  /// The parser does not tell, but it can be asked: the setting is in the shortest piece of the
  /// document, line by line, that is whole and has it, and not in the one before.
  func line(of key: [String]) -> Int? {
    var before = ""
    var lastWhole = 0
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      before += line + "\n"
      guard let piece = try? TOMLTree(document: before) else { continue }
      if piece.contains(key[...]) { return lastWhole + 1 }
      lastWhole = number + 1
    }
    return nil
  }
}
