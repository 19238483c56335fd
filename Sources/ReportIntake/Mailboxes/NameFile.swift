import Glibc

/// The names of a long listing, in a file that has no name itself and ends with the process.
///
/// An import needs few of the names of a mailbox at a time, and there may be a million. They are
/// written once, front to back, then read by all threads.
final class NameFile: Sendable {
  /// From one remembered place to the next, in names.
  private static let stride = 16
  /// The subfolder and the length of the name stand before it: Linux has none beyond 255 bytes.
  private static let headBytes = 2
  private static let strideBytes = stride * (headBytes + 255)

  /// How many names there are.
  let count: Int
  private let file: OpenFile
  /// Where every sixteenth name begins.
  private let starts: [Int]

  /// Writes names down; `nil` where there is no room for them.
  init?(_ names: some Sequence<ListedName>) {
    guard let stream = tmpfile() else { return nil }
    defer { fclose(stream) }
    var starts: [Int] = []
    var (count, length) = (0, 0)
    for name in names {
      if count % Self.stride == 0 { starts.append(length) }
      count += 1
      length += Self.write(name, to: stream)
    }
    // What could not be written is missing from the size.
    fflush(stream)
    let descriptor = fcntl(fileno(stream), F_DUPFD_CLOEXEC, 0)
    guard descriptor >= 0, let file = try? OpenFile(owning: descriptor), file.size == length
    else { return nil }
    self.count = count
    self.file = file
    self.starts = starts
  }

  /// Writes one name; returns how many bytes it takes.
  private static func write(_ entry: ListedName, to stream: UnsafeMutablePointer<FILE>) -> Int {
    putc(Int32(entry.subfolder.rawValue), stream)
    putc(Int32(entry.name.count), stream)
    entry.name.withUnsafeBytes { _ = fwrite($0.baseAddress, 1, $0.count, stream) }
    return headBytes + entry.name.count
  }

  /// The names of a range; fewer where the file cannot be read.
  func names(_ range: Range<Int>) -> [ListedName] {
    var names: [ListedName] = []
    while names.count < range.count {
      let next = range.lowerBound + names.count
      let end = min(range.upperBound, (next / Self.stride + 1) * Self.stride)
      guard let more = read(next..<end) else { break }
      names += more
    }
    return names
  }

  /// Names that all stand behind one remembered place, read at once.
  private func read(_ range: Range<Int>) -> [ListedName]? {
    let (place, before) = range.lowerBound.quotientAndRemainder(dividingBy: Self.stride)
    return withUnsafeTemporaryAllocation(byteCount: Self.strideBytes, alignment: 1) { buffer in
      guard let base = buffer.baseAddress,
        let count = try? file.read(into: base, count: buffer.count, at: starts[place])
      else { return nil }
      var rest = ByteView(UnsafeRawBufferPointer(buffer)).first(upTo: count)
      for _ in 0..<before { guard Self.takeFirst(of: &rest) != nil else { return nil } }
      var names: [ListedName] = []
      for _ in range {
        guard let name = Self.takeFirst(of: &rest).flatMap(Self.listed) else { return nil }
        names.append(name)
      }
      return names
    }
  }

  /// The bytes of the first name, which are then no longer there; `nil` where not all of them are.
  private static func takeFirst(
    of rest: inout ByteView
  ) -> ByteView? {
    guard rest.count >= headBytes else { return nil }
    let length = headBytes + Int(rest[1])
    guard rest.count >= length else { return nil }
    defer { rest = rest.from(length) }
    return rest.first(upTo: length)
  }

  private static func listed(_ bytes: ByteView) -> ListedName? {
    MaildirFolder.Subfolder(rawValue: bytes[0])
      .map { ListedName(subfolder: $0, name: Array(bytes[headBytes...])[...]) }
  }
}
