import Glibc

/// A file, or a part of one, read piece by piece.
final class FileSource: ByteSource {
  let file: OpenFile
  /// Where in the file it is.
  let range: Range<Int>
  private let buffer: ByteBuffer
  private var position: Int

  init(_ file: OpenFile, range: Range<Int>, buffer: ByteBuffer) {
    self.file = file
    self.range = range
    self.buffer = buffer
    position = range.lowerBound
    buffer.reserve(pieceBytes)
  }

  func next() throws(IntakeError) -> UnsafeRawBufferPointer? {
    let wanted = min(pieceBytes, range.upperBound - position)
    let count = try file.read(into: buffer.base, count: wanted, at: position)
    position += count
    return count == 0 ? nil : UnsafeRawBufferPointer(start: buffer.base, count: count)
  }

  func rewind() { position = range.lowerBound }
}
