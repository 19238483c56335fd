import DMARC

/// The address in a From field or an `email` element.
enum MailAddress {
  /// The domain of the only address there is; `nil` where there is none or more than one.
  static func domain(of text: String) -> String? {
    let text = withoutFinalComment(text)
    var address = text.drop(while: \.isWhitespace)
    if let last = address.lastIndex(where: { !$0.isWhitespace }) { address = address[...last] }
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

  /// `a@b.example (A)` without the comment, which is of plain words: nothing in it may look like
  /// an address.
  private static func withoutFinalComment(_ text: String) -> Substring {
    guard let end = text.lastIndex(where: { !$0.isWhitespace }), text[end] == ")",
      let start = text.lastIndex(of: "("), start > text.startIndex,
      text[text.index(before: start)].isWhitespace,
      !text[text.index(after: start)..<end].contains(where: { "<>@,;:\"\\)".contains($0) })
    else { return text[...] }
    return text[..<start]
  }
}
