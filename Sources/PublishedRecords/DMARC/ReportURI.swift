/// Where reports are asked for: one URI of `rua` or `ruf`.
public struct ReportURI: Hashable, Sendable {
  /// What is wrong with it.
  public enum Fault: Hashable, Sendable {
    /// Nothing follows `mailto:`, or nothing is there at all.
    case empty
    /// It does not begin with a scheme.
    case noScheme
    /// DMARC reporters know `mailto` alone.
    case otherScheme
    /// What follows `mailto:` is no address.
    case noAddress
    /// `<` and `>` do not belong into a URI (RFC 3986).
    case brackets
  }

  /// As written.
  public let text: String
  /// In lower case; "" where there is none.
  public let scheme: String
  /// The address of a `mailto:` URI, without a size limit; "" otherwise.
  public let address: String
  /// A size limit was written behind `!`, which is gone from the standard (RFC 9990).
  public let hasSizeLimit: Bool

  /// The URIs of a tag, which commas separate; spaces around them do not matter.
  public static func list(_ value: String) -> [ReportURI] {
    value.split(separator: ",", omittingEmptySubsequences: false)
      .map { ReportURI(TagList.trimmed($0)) }
  }

  init(_ text: String) {
    self.text = text
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    scheme = parts.count == 2 ? parts[0].lowercased() : ""
    guard scheme == "mailto" else {
      address = ""
      hasSizeLimit = false
      return
    }
    let rest = parts[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)[0]
    let limit = rest.lastIndex(of: "!")
    address = String(limit.map { rest[..<$0] } ?? rest)
    hasSizeLimit = limit != nil
  }

  /// The host that the address is at, in lower case; `nil` where there is no address.
  public var host: String? {
    guard fault == nil, scheme == "mailto" else { return nil }
    return address.lastIndex(of: "@").map { address[address.index(after: $0)...].lowercased() }
  }

  /// Whether a reporter could send there.
  public var isUsable: Bool { host != nil }

  /// What is wrong; `nil` where a reporter could send there.
  public var fault: Fault? {
    if text.isEmpty { return .empty }
    if text.contains("<") || text.contains(">") { return .brackets }
    if scheme.isEmpty { return .noScheme }
    guard scheme == "mailto" else { return .otherScheme }
    if address.isEmpty { return .empty }
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    let isWhole = parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
    return isWhole && !address.contains(where: \.isWhitespace) && parts[1].contains(".")
      ? nil : .noAddress
  }
}
