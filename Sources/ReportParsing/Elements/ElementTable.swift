import Glibc

/// Finds elements by their local names: as spelt in the standards, else however spelt.
struct ElementTable {
  /// An element, and how its name was spelt.
  struct Found {
    var element = Element.unknown
    /// Otherwise than in the standards.
    var isMisspelt = false
    var isPrefixed = false
  }

  /// libxml2 keeps each name once, so an address stands for a name.
  private struct Seen {
    var name: UnsafePointer<UInt8>?
    var found = Found()
  }

  private static let remembered = 128
  private let exact: WordTable
  private let lenient: [String: Element]
  private let seen: UnsafeMutablePointer<Seen>

  init() {
    let known = Element.allCases.filter { $0 != .unknown }
    exact = WordTable(known.map { ($0.name, $0.rawValue) })
    var lenient = Dictionary(uniqueKeysWithValues: known.map { ($0.name, $0) })
    // junc.org and gcisdns, another reporter, and KDDI.
    lenient["identities"] = .identifiers
    lenient["identifier"] = .identifiers
    lenient["data_range"] = .dateRange
    self.lenient = lenient
    seen = .allocate(capacity: Self.remembered)
    forget()
  }

  func free() {
    exact.free()
    seen.deallocate()
  }

  /// Forgets addresses; called when libxml2 frees its names.
  func forget() { seen.initialize(repeating: Seen(), count: Self.remembered) }

  /// The element of a zero-terminated name that libxml2 owns, whatever its prefix.
  @inline(__always)
  func element(_ name: UnsafePointer<UInt8>) -> Found {
    let slot = seen + ((Int(bitPattern: name) >> 2) & (Self.remembered &- 1))
    if slot.pointee.name == name { return slot.pointee.found }
    let local = QualifiedName(name).local
    var found = lookUp(UnsafeBufferPointer(start: local, count: strlen(local)))
    found.isPrefixed = local != name
    slot.pointee = Seen(name: name, found: found)
    return found
  }

  /// The element of a local name.
  @inline(never)
  func lookUp(_ name: UnsafeBufferPointer<UInt8>) -> Found {
    guard let start = name.baseAddress else { return Found() }
    if let element = Element(rawValue: exact.number(of: start, name.count)), element != .unknown {
      return Found(element: element, isMisspelt: false)
    }
    guard name.count <= 32 else { return Found() }
    let lowered = String(decoding: name, as: UTF8.self).lowercased()
    return lenient[lowered].map { Found(element: $0, isMisspelt: true) } ?? Found()
  }
}
