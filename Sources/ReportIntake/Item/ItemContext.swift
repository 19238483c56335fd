/// What the openers of one reader share: limits, memory, and what came of the item so far.
final class ItemContext {
  let limits: IntakeLimits
  let meter: Meter
  let buffers = BufferPool()
  let findings = Findings()
  private var receive: ((Payload) throws -> Void)?

  init(limits: IntakeLimits) {
    self.limits = limits
    meter = Meter(limits: limits)
  }

  /// Begins a new item, whose payloads go to `receive` while `body` runs.
  func reading(_ receive: @escaping (Payload) throws -> Void, _ body: () throws -> Void) rethrows {
    meter.clear()
    findings.clear()
    self.receive = receive
    defer { self.receive = nil }
    try body()
  }

  /// Hands a report out.
  func deliver(_ kind: ReportKind, _ content: PeekedSource, _ place: Place) throws {
    findings.countPayload(kind)
    try receive?(
      Payload(
        kind, name: place.name, mail: findings.delivered, source: content,
        limit: limits.unpackedBytes))
  }

  /// Whether one more container may be opened here; refuses it otherwise.
  func mayUnpack(_ place: Place) -> Bool {
    if place.containers < limits.containerDepth { return true }
    findings.refuse(place, .limitExceeded(.containerDepth, value: limits.containerDepth))
    return false
  }

  /// Whether one more mail may be opened here; refuses it otherwise.
  func mayDescend(_ place: Place) -> Bool {
    if place.messages <= limits.messageDepth { return true }
    findings.refuse(place, .limitExceeded(.messageDepth, value: limits.messageDepth))
    return false
  }

  /// Brings a whole content into memory, behind the slack; into `buffer` if it is not there anyway.
  func whole(
    _ source: PeekedSource, _ buffer: ByteBuffer
  ) throws(IntakeError) -> UnsafeRawBufferPointer {
    if let memory = source.memory { return memory.bytes }
    return try collect(source, into: buffer)
  }

  /// Brings a whole content into memory that may be written to, behind the slack.
  func scratch(
    _ source: PeekedSource, _ buffer: ByteBuffer
  ) throws(IntakeError) -> UnsafeRawBufferPointer {
    if let memory = source.memory, memory.isScratch { return memory.bytes }
    return try collect(source, into: buffer)
  }

  private func collect(
    _ source: PeekedSource, into buffer: ByteBuffer
  ) throws(IntakeError) -> UnsafeRawBufferPointer {
    let slack = ByteBuffer.slack
    if let file = source.file {
      // Its size is not believed, but saves growing on the way.
      guard file.range.count <= limits.mailBytes else {
        throw .limitExceeded(.mailBytes, value: limits.mailBytes)
      }
      buffer.reserve(slack + file.range.count)
    }
    var count = 0
    while let piece = try source.next() {
      guard count + piece.count <= limits.mailBytes, let base = piece.baseAddress else {
        throw .limitExceeded(.mailBytes, value: limits.mailBytes)
      }
      buffer.reserve(slack + count + piece.count, keeping: slack + count)
      (buffer.base + slack + count).copyMemory(from: base, byteCount: piece.count)
      count += piece.count
    }
    return UnsafeRawBufferPointer(start: buffer.base + slack, count: count)
  }
}
