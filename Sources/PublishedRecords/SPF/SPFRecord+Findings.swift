internal import DMARC

extension SPFRecord {
  /// What is wrong with the text, or worth knowing.
  ///
  /// Nothing is looked up: whether names exist, and how many look-ups they cost in their turn, only DNS can tell.
  public var findings: [RecordFinding] {
    badTerms.map(Self.finding) + terms.enumerated().flatMap { finding(in: $1, at: $0) }
      + endFindings + sizeFindings
  }

  private static func finding(_ bad: BadTerm) -> RecordFinding {
    RecordFinding(
      .must, "spf-syntax", bad.fault.section, bad.text,
      "receivers answer permerror for the whole record: \(bad.fault.sentence)"
        + bad.fault.hint(for: bad.text))
  }

  private func finding(in term: SPFTerm, at index: Int) -> [RecordFinding] {
    var found: [RecordFinding] = []
    if let all = allIndex, index > all, case .directive = term.kind {
      found.append(
        RecordFinding(
          .should, "spf-after-all", "RFC 7208 5.1", term.text,
          "no receiver looks behind all, so this has no effect"))
    }
    if terms[..<index].contains(where: { $0.text.lowercased() == term.text.lowercased() }) {
      found.append(
        RecordFinding(.note, "spf-repeated", "", term.text, "it stands in the record twice"))
    }
    if term.name?.usesValidatedName ?? false {
      found.append(
        RecordFinding(
          .should, "spf-p-macro", "RFC 7208 7.2", term.text,
          "the p macro is slow and unreliable, and should not be used"))
    }
    return found + Self.judge(term)
  }

  private static func judge(_ term: SPFTerm) -> [RecordFinding] {
    switch term.kind {
    case .directive(let qualifier, let mechanism): judge(mechanism, qualifier, term.text)
    case .unknown(let name) where name.lowercased() == "v":
      [
        RecordFinding(
          .should, "spf-second-version", "RFC 7208 6", term.text,
          "a second record seems to be pasted into the first; this part of it is passed over")
      ]
    case .unknown, .redirect, .explanation: []
    }
  }

  private static func judge(
    _ mechanism: SPFMechanism, _ qualifier: SPFQualifier, _ term: String
  ) -> [RecordFinding] {
    switch mechanism {
    case .all: judgeAll(qualifier, term)
    case .include where qualifier != .pass:
      [
        RecordFinding(
          .should, "spf-include-qualifier", "RFC 7208 5.2", term,
          "what passes in the included record does not pass here: it counts as "
            + "\(qualifier.outcome)")
      ]
    case .ptr:
      [
        RecordFinding(
          .should, "spf-ptr", "RFC 7208 5.5", term,
          "ptr should not be published: it is slow and unreliable, and large receivers skip it")
      ]
    case .ip(let block) where qualifier == .pass: judge(block, term)
    case .a(_, let prefixes) where qualifier == .pass,
      .mx(_, let prefixes) where qualifier == .pass:
      judgeWidth(ipv4: prefixes.ipv4, ipv6: prefixes.ipv6, term)
    default: []
    }
  }

  private static func judgeAll(_ qualifier: SPFQualifier, _ term: String) -> [RecordFinding] {
    switch qualifier {
    case .pass:
      [
        RecordFinding(
          .should, "spf-all-pass", "RFC 7208 5.1", term,
          "anybody may send as the domain: every address passes")
      ]
    case .neutral:
      [
        RecordFinding(
          .practice, "spf-all-neutral", "RFC 7208 8.2", term,
          "the record says nothing of mail from elsewhere; close it with ~all or -all")
      ]
    case .fail, .softfail: []
    }
  }

  private static func judge(_ block: AddressBlock, _ term: String) -> [RecordFinding] {
    if let why = block.whyUnroutable {
      return [
        RecordFinding(
          .practice, "spf-unroutable", "RFC 6890", term, "it is \(why); no mail comes from there")
      ]
    }
    return block.isIPv6
      ? judgeWidth(ipv4: 32, ipv6: block.prefix, term)
      : judgeWidth(ipv4: block.prefix, ipv6: 128, term)
  }

  /// A whole registry's share of addresses or more: nobody sends from all of them.
  private static func judgeWidth(ipv4: Int, ipv6: Int, _ term: String) -> [RecordFinding] {
    guard ipv4 < 8 || ipv6 < 16 else { return [] }
    let whole = ipv4 == 0 || ipv6 == 0
    return [
      RecordFinding(
        .should, "spf-wide", "RFC 7208 10.1.1", term,
        whole ? "the whole Internet passes" : "a large part of the Internet passes")
    ]
  }
}

extension SPFQualifier {
  /// The result where a mechanism of it matches.
  public var outcome: String {
    switch self {
    case .pass: "pass"
    case .fail: "fail"
    case .softfail: "softfail"
    case .neutral: "neutral"
    }
  }
}
