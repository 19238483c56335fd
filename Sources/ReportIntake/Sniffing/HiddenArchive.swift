/// Finds a zip archive that has something in front of it.
enum HiddenArchive {
  /// The archive, where its offsets count from; `nil` if the bytes do not end as one.
  ///
  /// The end record (APPNOTE 4.3.16) is the last thing but for a comment of at most 64 KiB. It
  /// says where the directory lies; if that is not right before it, whoever put something in
  /// front did not mend the offsets.
  static func find(in bytes: ByteView) -> ByteView? {
    let searched = max(0, bytes.count - 65_557)
    guard let end = bytes.firstIndex(of: "PK\u{5}\u{6}", from: searched),
      bytes.count - end >= 22
    else { return nil }
    let front = end - number(bytes, at: end + 12) - number(bytes, at: end + 16)
    return front >= 0 ? bytes.from(front) : nil
  }

  private static func number(_ bytes: ByteView, at offset: Int) -> Int {
    Int(bytes.littleEndian32(at: offset))
  }
}
