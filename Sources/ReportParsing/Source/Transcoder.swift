internal import CLibXML2
import Glibc

/// Turns bytes of an encoding other than UTF-8 into UTF-8, piece by piece.
struct Transcoder: ~Copyable {
  private let handle: iconv_t
  private var rest: [UInt8] = []
  /// Made once: a document may consist of nothing but bytes that cannot be converted.
  private var buffer = [CChar](repeating: 0, count: 4096)
  /// Sequences that are not of the encoding, each replaced by U+FFFD.
  private(set) var replaced = 0

  /// `nil` when the system does not know the encoding.
  init?(from encoding: String) {
    guard let handle = iconv_open("UTF-8", encoding), Int(bitPattern: handle) != -1 else {
      return nil
    }
    self.handle = handle
  }

  deinit { iconv_close(handle) }

  /// Converts a piece; a sequence cut at its end waits for the next one.
  mutating func convert(_ piece: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var input = rest + piece
    rest = []
    var output: [UInt8] = []
    output.reserveCapacity(input.count * 3 / 2)
    var position = 0
    while position < input.count { position = step(&input, position, &output) }
    return output
  }

  /// What a sequence cut at the end of the document becomes.
  mutating func end() -> [UInt8] {
    guard !rest.isEmpty else { return [] }
    rest = []
    return replacement()
  }

  private mutating func replacement() -> [UInt8] {
    replaced += 1
    return [0xef, 0xbf, 0xbd]
  }

  /// Converts up to what cannot be converted, and deals with that; answers how far it came.
  private mutating func step(
    _ input: inout [UInt8], _ position: Int, _ output: inout [UInt8]
  ) -> Int {
    let (consumed, made, problem) = convert(&input, from: position)
    output += buffer[..<made].map { UInt8(bitPattern: $0) }
    let reached = position + consumed
    switch problem {
    case EILSEQ:
      output += replacement()
      return reached + 1
    case EINVAL:
      rest = Array(input[reached...])
      return input.count
    default: return reached
    }
  }

  private mutating func convert(
    _ input: inout [UInt8], from position: Int
  ) -> (consumed: Int, made: Int, problem: Int32) {
    let handle = handle
    return input.withUnsafeMutableBytes { bytes in
      buffer.withUnsafeMutableBufferPointer { space in
        var source = bytes.baseAddress?.advanced(by: position).assumingMemoryBound(to: CChar.self)
        var left = bytes.count - position
        var target = space.baseAddress
        var free = space.count
        let result = iconv(handle, &source, &left, &target, &free)
        let problem = result == Int(bitPattern: UInt.max) ? errno : 0
        return (bytes.count - position - left, space.count - free, problem)
      }
    }
  }
}
