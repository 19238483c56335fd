internal import DMARC

/// Reads the domain that a report's policy is of: what is no domain name would become a domain of its
/// own in every answer.
struct PolicyDomain {
  /// The name, normalized.
  let name: String
  /// Whether an address stood in its place.
  let isAddress: Bool
  /// Whether something stood around it that belongs to no name.
  let isUnusual: Bool

  /// `nil` where the text has no domain name, or more than one.
  init?(_ text: String) {
    var bytes = Array(text.utf8)
    isAddress = bytes.withUnsafeMutableBufferPointer { DomainBytes.shape(of: $0) == .address }
    let domain =
      isAddress ? DomainBytes.domain(ofAddress: text) : DomainName.normalized(text)
    if DomainName.isName(domain) {
      (name, isUnusual) = (domain, false)
      return
    }
    let names = text.unicodeScalars.split { !Self.mayBeOfName($0) }
      .map { DomainName.normalized(String($0).trimming(".")) }
      .filter { $0.contains(".") && DomainName.isName($0) }
    guard Set(names).count == 1, let only = names.first else { return nil }
    (name, isUnusual) = (only, true)
  }

  /// Letters and digits of any script, hyphens, underscores and dots.
  private static func mayBeOfName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": true
    default: !scalar.isASCII && !scalar.properties.isWhitespace
    }
  }
}

extension String {
  fileprivate func trimming(_ mark: Character) -> String {
    String(drop { $0 == mark }.reversed().drop { $0 == mark }.reversed())
  }
}
