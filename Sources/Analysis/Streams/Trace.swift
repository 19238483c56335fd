import DMARC

/// Messages of one unit from one neighbourhood on one day as one reporter saw them.
struct Trace {
  let day: Day
  /// A number of the domain's networks.
  let network: Int
  let reporter: Int
  let isEstablished: Bool
  let messages: MessageCount
  /// Whether a stranger's signature on it passes.
  let isSigned: Bool
}
