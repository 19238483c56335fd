/// The files in a tar archive that is in memory: of ustar, pax and GNU (POSIX.1-2017, `pax`).
///
/// Every number in it is a stranger's: what does not fit into the archive ends it.
struct TarArchive: Sequence, IteratorProtocol {
  /// A file in the archive.
  struct Member {
    let name: String
    /// Where its bytes are, in the archive.
    let range: Range<Int>
  }

  private static let block = 512
  /// Longer names and records say nothing to people.
  private static let mostNameBytes = 1 << 16

  private let bytes: ByteView
  private var place = 0
  /// Whether a header is no header, or a file goes beyond the end.
  private(set) var isDamaged = false

  init(_ bytes: ByteView) { self.bytes = bytes }

  /// Whether a content begins as an archive does.
  static func begins(_ head: ByteView) -> Bool {
    head.starts("ustar", at: 257) && header(at: 0, in: head) != nil
  }

  /// The next file; folders, links and devices are passed over.
  mutating func next() -> Member? {
    var longName: String?
    while place + Self.block <= bytes.count, !isEnd {
      guard let header = Self.header(at: place, in: bytes),
        header.size <= bytes.count - place - Self.block
      else {
        isDamaged = true
        return nil
      }
      let content = place + Self.block..<place + Self.block + header.size
      place = Swift.min(bytes.count, content.lowerBound + header.size.roundedUp(to: Self.block))
      switch header.type {
      case UInt8(ascii: "L"): longName = text(content)
      case UInt8(ascii: "x"): longName = paxPath(content) ?? longName
      case UInt8(ascii: "0"), UInt8(ascii: "7"), 0:
        return Member(name: longName ?? header.name, range: content)
      default: longName = nil
      }
    }
    // What ends within a block was longer.
    isDamaged = place < bytes.count && place + Self.block > bytes.count
    return nil
  }

  /// A block of zeros ends an archive.
  private var isEnd: Bool { bytes.part(place..<place + Self.block).allSatisfy { $0 == 0 } }

  private struct Header {
    let name: String
    let size: Int
    let type: UInt8
  }

  /// The header of a file; `nil` where the sum over it is wrong.
  private static func header(at place: Int, in bytes: ByteView) -> Header? {
    guard place + block <= bytes.count else { return nil }
    let header = bytes.part(place..<place + block)
    // The sum is made with blanks in its own place.
    let sum = header.indices.reduce(0) { $0 + (148..<156 ~= $1 ? 0x20 : Int(header[$1])) }
    guard number(header.part(148..<156)) == sum, let size = number(header.part(124..<136)) else {
      return nil
    }
    let prefix = header.starts("ustar\0", at: 257) ? text(header.part(345..<500)) : ""
    let name = text(header.part(0..<100))
    return Header(
      name: prefix.isEmpty ? name : "\(prefix)/\(name)", size: size, type: header[156])
  }

  /// An octal number, or one of 256 where the first bit is set.
  private static func number(_ field: ByteView) -> Int? {
    if let first = field.first, first & 0x80 != 0 {
      let digits = field.dropFirst().drop { $0 == 0 }
      guard first == 0x80, digits.count < 8 else { return nil }
      return digits.reduce(0) { $0 << 8 | Int($1) }
    }
    let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0x20 && $0 != 0 }
    guard digits.allSatisfy({ 0x30...0x37 ~= $0 }) else { return nil }
    return digits.reduce(0) { $0 << 3 | Int($1 & 7) }
  }

  private static func text(_ field: ByteView) -> String {
    String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
  }

  private func text(_ range: Range<Int>) -> String? {
    range.count <= Self.mostNameBytes ? Self.text(bytes.part(range)) : nil
  }

  /// The name that records such as `30 path=reports/one.xml` give the next file.
  private func paxPath(_ range: Range<Int>) -> String? {
    text(range)?.split(separator: "\n").compactMap { record in
      let parts = record.split(separator: " ", maxSplits: 1)
      return parts.count == 2 && parts[1].hasPrefix("path=") ? String(parts[1].dropFirst(5)) : nil
    }.last
  }
}

extension Int {
  fileprivate func roundedUp(to unit: Int) -> Int { (self + unit - 1) / unit * unit }
}
