internal import Glibc

/// A buffered writer to a file descriptor or to memory.
///
/// The first failure is kept and ends all writing: what appends without throwing is followed by
/// `check()` or `flush()`. Nothing is flushed when an output is let go.
public final class Output {
  /// Bytes that are gathered before they are written.
  static let capacity = 64 * 1024

  /// The name for messages.
  public let name: String
  private let descriptor: Int32?
  private let buffer = UnsafeMutableRawBufferPointer.allocate(
    byteCount: capacity, alignment: 16)
  private var used = 0
  private var kept: [UInt8] = []
  private var failure: OutputError?

  private init(name: String, descriptor: Int32?) {
    self.name = name
    self.descriptor = descriptor
  }

  /// Writes to an open file descriptor, which stays open.
  public convenience init(descriptor: Int32, name: String) {
    self.init(name: name, descriptor: descriptor)
  }

  /// Standard output.
  public static func standardOutput() -> Output {
    Output(descriptor: STDOUT_FILENO, name: "standard output")
  }

  /// Keeps everything; read it with `text`.
  public static func memory() -> Output { Output(name: "memory", descriptor: nil) }

  deinit { buffer.deallocate() }

  /// Everything written, if this output is one in memory.
  public var text: String {
    drain()
    return String(decoding: kept, as: UTF8.self)
  }

  /// Writes text as UTF-8.
  public func write(_ text: String) throws(OutputError) {
    append(text)
    try check()
  }

  /// Writes bytes as they are.
  public func write(_ bytes: [UInt8]) throws(OutputError) {
    append(bytes)
    try check()
  }

  /// Hands everything to the system.
  public func flush() throws(OutputError) {
    drain()
    try check()
  }

  /// Throws what went wrong so far.
  public func check() throws(OutputError) {
    if let failure { throw failure }
  }
}

extension Output {
  @inline(__always)
  func append(_ byte: UInt8) {
    if used == Output.capacity { drain() }
    buffer[used] = byte
    used &+= 1
  }

  func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard var from = bytes.baseAddress, let base = buffer.baseAddress else { return }
    var left = bytes.count
    while left > 0 {
      if used == Output.capacity { drain() }
      let step = min(left, Output.capacity &- used)
      memcpy(base + used, from, step)
      used &+= step
      from += step
      left &-= step
    }
  }

  /// Ends all writing: the descriptor's number may soon be another file's.
  func end() {
    used = 0
    failure = failure ?? .cannotWrite(path: name, code: EBADF)
  }

  private func drain() {
    let ready = UnsafeRawBufferPointer(rebasing: buffer[..<used])
    used = 0
    guard failure == nil else { return }
    guard let descriptor else { return kept.append(contentsOf: ready) }
    switch Descriptor.writeAll(ready, to: descriptor) {
    case 0: return
    case EPIPE: failure = .closedPipe
    case let code: failure = .cannotWrite(path: name, code: code)
    }
  }
}
