internal import Glibc

/// The resolvers that the system names in resolv.conf(5).
enum ResolvConf {
  /// As many as the C library looks at.
  private static let most = 3

  static func servers(in path: String = "/etc/resolv.conf") -> [String] {
    let found = lines(of: path).compactMap(server).prefix(most)
    // Without any, the system asks the host itself.
    return found.isEmpty ? ["127.0.0.1"] : Array(found)
  }

  private static func server(_ line: String) -> String? {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard words.count >= 2, words[0] == "nameserver" else { return nil }
    return String(words[1])
  }

  private static func lines(of path: String) -> [String] {
    guard let file = fopen(path, "re") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
      .split(whereSeparator: \.isNewline).map(String.init)
  }
}
