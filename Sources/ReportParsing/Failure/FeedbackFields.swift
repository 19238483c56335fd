internal import DMARC

/// The fields of a feedback report, of which only a few are looked at.
struct FeedbackFields {
  private var values: [String: [String]] = [:]

  /// What is looked at: nothing that is about a person.
  private static let known: Set = [
    "feedback-type", "auth-failure", "delivery-result", "source-ip", "reported-domain",
    "arrival-date", "received-date", "reporting-mta", "incidents", "authentication-results",
    "original-envelope-id",
  ]

  init(_ bytes: [UInt8]) {
    var name: String?
    for line in bytes.split(separator: 0x0a) {
      let text = String(decoding: line, as: UTF8.self)
      if let first = text.first, first == " " || first == "\t" {
        // The field goes on (RFC 5322 2.2.3).
        guard let name, let last = values[name]?.indices.last else { continue }
        values[name]?[last] += " " + Self.trimmed(text)
        continue
      }
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      let key = Self.trimmed(parts[0]).lowercased()
      name = Self.known.contains(key) ? key : nil
      if name != nil { values[key, default: []].append(Self.trimmed(parts[1])) }
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }

  /// The value of the first field of a name, where it has one.
  func first(_ name: String) -> String? { values[name]?.first { !$0.isEmpty } }

  /// A value that is one of a few words: what is no word could be anything, and is `other`.
  func word(_ name: String) -> String? {
    guard let text = first(name)?.lowercased() else { return nil }
    let word = text.prefix { !$0.isWhitespace && $0 != ";" && $0 != "(" && $0 != "," }
    let isWord = word.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2d }
    return isWord && (1...32).contains(word.utf8.count) ? String(word) : "other"
  }

  /// The From domain: the one reported, or the one that was authenticated.
  var domain: String? {
    let reported = values["reported-domain"] ?? []
    return (reported + (values["authentication-results"] ?? []).compactMap(Self.headerFrom))
      .map(DomainBytes.domain(ofAddress:)).first(where: DomainName.isName)
  }

  /// What stands behind `header.from=` (RFC 8601 2.2).
  private static func headerFrom(_ results: String) -> String? {
    let text = results.lowercased()
    guard let mark = text.firstRange(of: "header.from=") else { return nil }
    let value = text[mark.upperBound...].prefix { !$0.isWhitespace && $0 != ";" && $0 != "(" }
    return value.filter { $0 != "\"" }
  }

  /// The host of `Reporting-MTA: dns; mx.example.com` (RFC 3464 2.2.2).
  var reportingHost: String? {
    guard let text = first("reporting-mta") else { return nil }
    let host = text.split(separator: ";").last.map { Self.trimmed($0) } ?? text
    let name = DomainName.normalized(host)
    return DomainName.isName(name) && name.contains(".") ? name : nil
  }

  /// How many mails it is about; one where it does not say (RFC 5965 3.2).
  var incidents: Int64 {
    let text = first("incidents") ?? "1"
    let number = LenientNumber.read(text.utf8)?.value ?? 1
    return min(max(number, 1), 1 << 53)
  }
}
