import CLibZip

/// What one member of a zip archive unpacks to.
final class ZipMemberSource: ByteSource {
  private let archive: ZipArchive
  private let index: Int
  private let meter: Meter
  private let buffer: ByteBuffer
  private var file: OpaquePointer?
  private var sum = 0
  private var isAtEnd = false

  init(_ archive: ZipArchive, index: Int, buffer: ByteBuffer, meter: Meter) {
    self.archive = archive
    self.index = index
    self.buffer = buffer
    self.meter = meter
    buffer.reserve(pieceBytes)
  }

  deinit { close() }

  func rewind() {
    close()
    meter.forget(sum)
    (sum, isAtEnd) = (0, false)
  }

  func next() throws(IntakeError) -> UnsafeRawBufferPointer? {
    let file = try opened()
    var count = 0
    while !isAtEnd, count < pieceBytes {
      let step = zip_fread(file, buffer.base + count, UInt64(pieceBytes - count))
      guard step >= 0 else { throw ZipArchive.failure(zip_file_get_error(file)) }
      isAtEnd = step == 0
      count += Int(step)
    }
    sum += count
    try meter.add(count, sum: sum)
    return count == 0 ? nil : UnsafeRawBufferPointer(start: buffer.base, count: count)
  }

  private func opened() throws(IntakeError) -> OpaquePointer {
    if let file { return file }
    guard let opened = zip_fopen_index(archive.handle, UInt64(index), 0) else {
      throw ZipArchive.failure(zip_get_error(archive.handle))
    }
    file = opened
    return opened
  }

  private func close() {
    if let file { zip_fclose(file) }
    file = nil
  }
}
