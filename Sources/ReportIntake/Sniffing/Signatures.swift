/// The first bytes of things that people and broken programs send in place of reports.
enum Signatures {
  private static let known: [([UInt8], ForeignContent)] = [
    ([0x89, 0x50, 0x4e, 0x47], .png),
    ([0xff, 0xd8, 0xff], .jpeg),
    (Array("GIF8".utf8), .gif),
    (Array("%PDF".utf8), .pdf),
    ([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], .sevenZip),
    ([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], .xz),
    (Array("BZh".utf8), .bzip2),
    ([0x28, 0xb5, 0x2f, 0xfd], .zstd),
    (Array("Rar!".utf8), .rar),
    ([0xd0, 0xcf, 0x11, 0xe0], .ole),
    ([0x7f, 0x45, 0x4c, 0x46], .elf),
  ]

  static func foreign(_ head: UnsafeRawBufferPointer) -> ForeignContent? {
    if let found = known.first(where: { head.starts($0.0) }) { return found.1 }
    return head.starts("ustar", at: 257) ? .tar : nil
  }

  /// Whether the first bytes are text: no control characters but white space.
  static func isText(_ head: UnsafeRawBufferPointer) -> Bool {
    head.first(upTo: 1024).allSatisfy { $0 >= 32 || (7...13).contains($0) || $0 == 27 }
  }
}
