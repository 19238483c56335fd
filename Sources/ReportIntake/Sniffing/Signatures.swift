/// The first bytes of things that people and broken programs send in place of reports.
enum Signatures {
  private static let known: [([UInt8], ForeignContent)] = [
    ([0x89, 0x50, 0x4e, 0x47], .png),
    ([0xff, 0xd8, 0xff], .jpeg),
    (Array("GIF8".utf8), .gif),
    (Array("%PDF".utf8), .pdf),
    ([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], .sevenZip),
    (Array("Rar!".utf8), .rar),
    ([0xd0, 0xcf, 0x11, 0xe0], .ole),
    ([0x7f, 0x45, 0x4c, 0x46], .elf),
    ([0x1f, 0x9d], .compress),
    ([0x78, 0x9f, 0x3e, 0x22], .tnef),
    (Array("CRYPTED".utf8) + [3, 7], .encrypted),
    (Array("Salted__".utf8), .encrypted),
    (Array("age-encryption.org/v1".utf8), .encrypted),
  ]

  /// The formats that are unpacked, besides gzip and zip.
  private static let packed: [([UInt8], PackedFormat)] = [
    ([0x28, 0xb5, 0x2f, 0xfd], .zstd),
    ([0x04, 0x22, 0x4d, 0x18], .lz4),
    (PackedFormat.dovecotMagic, .dovecotLZ4),
    ([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], .xz),
  ]

  static func packed(_ head: ByteView) -> PackedFormat? {
    // bzip2 says in one digit how large its blocks are, then the first block or the end begins.
    if head.count > 4, head.starts("BZh"), (0x31...0x39).contains(head[3]),
      head[4] == 0x31 || head[4] == 0x17
    {
      return .bzip2
    }
    return packed.first { head.starts($0.0) }?.1
  }

  static func foreign(_ head: ByteView) -> ForeignContent? {
    // Text begins like none of them.
    guard let first = head.first else { return nil }
    return known.first { $0.0[0] == first && head.starts($0.0) }?.1
  }

  /// Whether the first bytes are text: no control characters but white space.
  static func isText(_ head: ByteView) -> Bool {
    head.first(upTo: 1024).allSatisfy { $0 >= 32 || (7...13).contains($0) || $0 == 27 }
  }
}
