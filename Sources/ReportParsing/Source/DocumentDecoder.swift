/// Turns a document into UTF-8 without byte order mark and XML declaration.
struct DocumentDecoder: ~Copyable {
  /// Enough for any declaration; the encoding is decided by so many bytes.
  private static let headLength = 1024

  private var head: [UInt8] = []
  private var hasBegun = false
  private var transcoder: Transcoder?
  private let deviations: DeviationLog
  /// Whether only white space came so far.
  private(set) var isEmpty = true

  init(deviations: DeviationLog) {
    self.deviations = deviations
  }

  /// Takes the next bytes, and hands on what they mean.
  mutating func decode(
    _ chunk: UnsafeBufferPointer<UInt8>, _ take: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    if isEmpty { isEmpty = chunk.allSatisfy { $0 <= 0x20 && $0 != 0 } }
    if hasBegun {
      try convert(chunk, take)
    } else if head.isEmpty, chunk.count >= Self.headLength {
      try begin(chunk, take)
    } else {
      head += chunk
      if head.count >= Self.headLength { try beginWithHead(take) }
    }
  }

  /// Ends the document.
  mutating func end(_ take: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    if !hasBegun { try beginWithHead(take) }
    guard let last = transcoder?.end(), let replaced = transcoder?.replaced else { return }
    try last.withUnsafeBufferPointer(take)
    if replaced > 0 { deviations.note(.documentNotUTF8, occurrences: replaced) }
  }

  private mutating func beginWithHead(
    _ take: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    let bytes = head
    head = []
    try bytes.withUnsafeBufferPointer { try begin($0, take) }
  }

  private mutating func begin(
    _ bytes: UnsafeBufferPointer<UInt8>, _ take: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    hasBegun = true
    if let (name, length) = DocumentEncoding.utf16(bytes) {
      transcoder = Transcoder(from: name)
      let text = transcoder?.convert(UnsafeBufferPointer(rebasing: bytes[length...])) ?? []
      try text.withUnsafeBufferPointer { try take(strip($0, take).rest) }
      return
    }
    let hasMark = bytes.starts(with: [0xef, 0xbb, 0xbf])
    let text = UnsafeBufferPointer(rebasing: bytes[(hasMark ? 3 : 0)...])
    let (rest, encoding) = try strip(text, take)
    if !hasMark { choose(DocumentEncoding(declared: encoding), encoding) }
    try convert(rest, take)
  }

  /// Takes the declaration off, but for its line ends: libxml2 counts lines.
  private func strip(
    _ bytes: UnsafeBufferPointer<UInt8>, _ take: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) rethrows -> (rest: UnsafeBufferPointer<UInt8>, encoding: String?) {
    let declaration = XMLDeclaration(of: bytes)
    if declaration.lines > 0 {
      try Array(repeating: UInt8(ascii: "\n"), count: declaration.lines)
        .withUnsafeBufferPointer(take)
    }
    if let oddity = declaration.oddity { deviations.note(.documentNotWellFormed, oddity) }
    return (UnsafeBufferPointer(rebasing: bytes[declaration.length...]), declaration.encoding)
  }

  private mutating func choose(_ encoding: DocumentEncoding, _ declared: String?) {
    if case .other(let name) = encoding { transcoder = Transcoder(from: name) }
    let isUsed = transcoder != nil || encoding == .utf8
    if !isUsed { deviations.note(.documentEncoding, declared) }
  }

  private mutating func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, _ take: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    guard let converted = transcoder?.convert(bytes) else { return try take(bytes) }
    try converted.withUnsafeBufferPointer(take)
  }
}
