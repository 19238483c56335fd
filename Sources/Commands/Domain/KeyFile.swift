internal import Glibc

/// A file with a public key.
enum KeyFile {
  /// No public key has more.
  private static let longest = 16_384

  /// What stands between the lines of a PEM file, or all of it, without white space.
  static func base64(_ path: String) throws -> String {
    guard let file = fopen(path, "re") else {
      throw UsageFailure(what: path, why: String(cString: strerror(errno)))
    }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: longest)
    let count = fread(&bytes, 1, bytes.count, file)
    let lines = String(decoding: bytes.prefix(count), as: UTF8.self).split(
      whereSeparator: \.isNewline)
    return lines.filter { !$0.hasPrefix("-----") }.joined().filter { !$0.isWhitespace }
  }
}
