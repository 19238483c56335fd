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

  /// The name at a position; `nil` where the file cannot be read.
  func name(_ index: Int) -> ListedName? {
    withUnsafeTemporaryAllocation(byteCount: Self.strideBytes, alignment: 1) { buffer in
      guard let base = buffer.baseAddress,
        let count = try? file.read(
          into: base, count: buffer.count, at: starts[index / Self.stride])
      else { return nil }
      var rest = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      for _ in 0..<index % Self.stride {
        guard let length = Self.length(rest) else { return nil }
        rest = UnsafeRawBufferPointer(rebasing: rest[length...])
      }
      return Self.first(of: rest)
    }
  }

  /// How many bytes the first name takes; `nil` where not all of it is there.
  private static func length(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard bytes.count >= headBytes else { return nil }
    let length = headBytes + Int(bytes[1])
    return bytes.count >= length ? length : nil
  }

  private static func first(of bytes: UnsafeRawBufferPointer) -> ListedName? {
    guard let length = length(bytes), let subfolder = MaildirFolder.Subfolder(rawValue: bytes[0])
    else { return nil }
    return ListedName(subfolder: subfolder, name: Array(bytes[headBytes..<length])[...])
  }
}
