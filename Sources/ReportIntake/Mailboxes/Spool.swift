import Glibc

/// Standard input, kept for as long as its items: in memory, or where it is a file, there.
final class Spool: Sendable {
  /// Where the bytes are.
  enum Content: Sendable {
    case memory(SpooledBytes)
    case file(OpenFile)
  }

  let content: Content

  /// Reads a descriptor to its end.
  init(_ descriptor: Int32, limits: IntakeLimits) throws(IntakeError) {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw .notReadable(errno: errno) }
    if let file = try? OpenFile(owning: copy) {
      content = .file(file)
    } else {
      content = .memory(try SpooledBytes(reading: descriptor, limits: limits))
    }
  }

  var count: Int {
    switch content {
    case .memory(let bytes): bytes.count
    case .file(let file): file.size
    }
  }

  /// Copies bytes out; says how many.
  func read(
    into target: UnsafeMutableRawPointer, count: Int, at offset: Int
  ) throws(IntakeError) -> Int {
    switch content {
    case .memory(let bytes):
      let part = bytes.part(offset..<min(offset + count, bytes.count))
      if let base = part.baseAddress { target.copyMemory(from: base, byteCount: part.count) }
      return part.count
    case .file(let file): return try file.read(into: target, count: count, at: offset)
    }
  }
}

extension Spool: Hashable {
  static func == (lhs: Spool, rhs: Spool) -> Bool { lhs === rhs }

  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
