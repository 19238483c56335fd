extension SPFRecord {
  /// How many look-ups one evaluation may cost (RFC 7208 4.6.4).
  public static let mostLookups = 10

  /// How the record ends: with `all`, with a redirect, or with nothing.
  var endFindings: [RecordFinding] {
    guard badTerms.isEmpty else { return [] }
    if let redirect, allIndex != nil {
      return [
        RecordFinding(
          .should, "spf-redirect-unused", "RFC 7208 6.1", "redirect=\(redirect.text)",
          "beside all a redirect is never followed")
      ]
    }
    guard allIndex == nil, redirect == nil else { return [] }
    return [
      RecordFinding(
        .practice, "spf-no-all", "RFC 7208 4.7",
        terms.isEmpty
          ? "the record says nothing at all: every address is neutral"
          : "there is neither all nor redirect, so mail from elsewhere is neutral")
    ]
  }

  var sizeFindings: [RecordFinding] {
    var found: [RecordFinding] = []
    let lookups = reachedTerms.count(where: \.looksUp)
    if lookups > Self.mostLookups {
      found.append(
        RecordFinding(
          .should, "spf-lookups", "RFC 7208 4.6.4",
          "\(lookups) terms need look-ups; mail that gets to the eleventh is a permerror"))
    }
    if text.utf8.count > 450 {
      found.append(
        RecordFinding(
          .note, "spf-size", "RFC 7208 3.4",
          "\(text.utf8.count) octets: all TXT records of a name should be less than 450 together"))
    }
    return found
  }

  /// What a receiver can get to: nothing behind `all`, and no redirect beside it.
  public var reachedTerms: [SPFTerm] {
    guard let allIndex else { return terms }
    return terms[...allIndex].filter { if case .redirect = $0.kind { false } else { true } }
  }
}
