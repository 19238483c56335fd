import DMARC

/// Messages of one unit from one address on one day as one reporter saw them.
struct Trace {
  let day: Day
  let source: Int
  let address: SourceAddress
  let reporter: Int
  let isEstablished: Bool
  let isSubdomain: Bool
  let messages: Int64
  /// Whether a stranger's signature on it passes.
  let isSigned: Bool
}
