extension MaildirListing {
  /// One name in a listing.
  struct Entry: Sendable {
    /// The first sixteen bytes of the base name: they settle nearly every comparison.
    private let key: (UInt64, UInt64)
    let offset: Int
    let length: UInt8
    let baseLength: UInt8
    let subfolder: MaildirFolder.Subfolder

    init(
      base: UnsafeRawBufferPointer, length: Int, offset: Int, subfolder: MaildirFolder.Subfolder
    ) {
      key = (Self.word(base, 0), Self.word(base, 8))
      self.offset = offset
      // Linux has no names longer than 255 bytes.
      self.length = UInt8(clamping: length)
      baseLength = UInt8(clamping: base.count)
      self.subfolder = subfolder
    }

    /// Eight bytes as a number that sorts as they do.
    private static func word(_ base: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
      var word: UInt64 = 0
      for index in offset..<(offset + 8) {
        word = word << 8 | (index < base.count ? UInt64(base[index]) : 0)
      }
      return word
    }

    func name(in names: [UInt8]) -> ArraySlice<UInt8> { names[offset..<(offset + Int(length))] }

    func base(in names: [UInt8]) -> ArraySlice<UInt8> {
      names[offset..<(offset + Int(baseLength))]
    }

    /// By base name; of one message, the name that was met first.
    func precedes(_ other: Entry, in names: [UInt8]) -> Bool {
      if key != other.key { return key < other.key }
      if hasSameBase(as: other, in: names) { return offset < other.offset }
      return base(in: names).lexicographicallyPrecedes(other.base(in: names))
    }

    func hasSameBase(as other: Entry, in names: [UInt8]) -> Bool {
      key == other.key && base(in: names) == other.base(in: names)
    }
  }
}
