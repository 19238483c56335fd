import Glibc

extension MaildirListing {
  /// One name in a listing: eight bytes, since a mailbox may have hundreds of thousands.
  struct Entry: Sendable {
    let offset: UInt32
    let length: UInt8
    let baseLength: UInt8
    let subfolder: MaildirFolder.Subfolder

    /// Linux has no names longer than 255 bytes.
    init(
      baseLength: Int, length: Int, offset: UInt32, subfolder: MaildirFolder.Subfolder
    ) {
      self.offset = offset
      self.length = UInt8(clamping: length)
      self.baseLength = UInt8(clamping: baseLength)
      self.subfolder = subfolder
    }

    /// Where the name is in the listing's bytes.
    var name: Range<Int> { Int(offset)..<(Int(offset) + Int(length)) }

    /// By base name; of one message, the name that was met first.
    func precedes(_ other: Entry, in names: UnsafeRawBufferPointer) -> Bool {
      let order = order(other, in: names)
      return order == 0 ? offset < other.offset : order < 0
    }

    func hasSameBase(as other: Entry, in names: UnsafeRawBufferPointer) -> Bool {
      order(other, in: names) == 0
    }

    /// Less than, equal to, or more than zero, as the bytes of the base names sort.
    private func order(_ other: Entry, in names: UnsafeRawBufferPointer) -> Int {
      guard let bytes = names.baseAddress else { return 0 }
      let both = Int(min(baseLength, other.baseLength))
      let order = memcmp(bytes + Int(offset), bytes + Int(other.offset), both)
      return order == 0 ? Int(baseLength) - Int(other.baseLength) : Int(order)
    }
  }
}
