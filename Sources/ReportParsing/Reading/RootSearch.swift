internal import Glibc

/// Looks for the name of the root element, so that no second reading is spent on what has none.
///
/// Mending works byte by byte: a zip of a thousand bombs would keep it busy for minutes.
struct RootSearch {
  private static let name: StaticString = "feedback"
  private static let first = Int32(UInt8(ascii: "f"))

  private let patience: Int
  private var length = 0
  private var isFound = false

  /// A search that gives hope up after so many bytes without the name.
  init(hopelessAfter patience: Int) {
    self.patience = patience
  }

  /// Looks through the next bytes of a document.
  mutating func look(at bytes: UnsafeBufferPointer<UInt8>) {
    guard !isFound, let start = bytes.baseAddress else { return }
    length += bytes.count
    var rest = start
    let end = start + bytes.count
    while let found = memchr(rest, Self.first, end - rest) {
      let place = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
      guard end - place >= Self.name.utf8CodeUnitCount else { return }
      isFound = memcmp(place, Self.name.utf8Start, Self.name.utf8CodeUnitCount) == 0
      if isFound { return }
      rest = place + 1
    }
  }

  /// Whether the document is long and never names the element.
  var isHopeless: Bool { !isFound && length > patience }
}
