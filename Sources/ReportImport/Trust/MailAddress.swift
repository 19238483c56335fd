import DMARC

/// The address in a From field or an `email` element.
enum MailAddress {
  /// The domain of the only address there is; `nil` where there is none or more than one.
  static func domain(of text: String) -> String? {
    var address = Substring(text)
    if let open = text.lastIndex(of: "<") {
      address = text[text.index(after: open)...]
      guard let close = address.firstIndex(of: ">") else { return nil }
      guard address[close...].dropFirst().allSatisfy(\.isWhitespace) else { return nil }
      address = address[..<close]
    }
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].contains(where: { " ,;()\"\t".contains($0) }) else {
      return nil
    }
    let domain = DomainName.normalized(String(parts[1]))
    return domain.isEmpty ? nil : domain
  }
}
