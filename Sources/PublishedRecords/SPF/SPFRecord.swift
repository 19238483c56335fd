/// An SPF record, taken apart exactly as RFC 7208 12 has it.
public struct SPFRecord: Hashable, Sendable {
  /// A term that breaks the grammar.
  public struct BadTerm: Hashable, Sendable {
    /// As written.
    public let text: String
    /// What is wrong with it.
    public let fault: SPFFault
  }

  /// As published.
  public let text: String
  /// The terms that can be read, in order.
  public let terms: [SPFTerm]
  /// The others; one makes the whole record a permerror (RFC 7208 4.6).
  public let badTerms: [BadTerm]

  /// No record that DNS can carry has more terms (65,535 octets hold no more that mean anything).
  private static let mostTerms = 4096

  /// Reads a text; `nil` where it does not begin with `v=spf1` and a space or its end, so that
  /// receivers pass over it (RFC 7208 4.5).
  public init?(_ text: String) {
    guard Self.isSPF(text) else { return nil }
    var terms: [SPFTerm] = []
    var bad: [BadTerm] = []
    var once: Set<String> = []
    // Bytes: a combining mark behind a space must not hide it.
    let parts = text.utf8.dropFirst(6).split(
      separator: UInt8(ascii: " "), maxSplits: Self.mostTerms)
    for part in parts {
      do throws(SPFFault) {
        let term = try SPFTermReader(text: Substring(part)).term()
        if let name = term.uniqueName, !once.insert(name).inserted {
          throw .repeatedModifier
        }
        terms.append(term)
      } catch {
        bad.append(BadTerm(text: String(Substring(part)), fault: error))
      }
    }
    self.text = text
    self.terms = terms
    badTerms = bad
  }

  /// Whether receivers take a text for an SPF record: the version without regard to case, then a
  /// space or the end (RFC 7208 4.5).
  public static func isSPF(_ text: String) -> Bool {
    let bytes = text.utf8
    return bytes.prefix(6).elementsEqual("v=spf1".utf8, by: { $0 | 0x20 == $1 | 0x20 })
      && (bytes.count == 6 || bytes.dropFirst(6).first == UInt8(ascii: " "))
  }

  /// The records among the TXT records of a name; there must be no more than one.
  public static func candidates(among texts: [String]) -> [String] { texts.filter(isSPF) }

  /// Where a record sends receivers that find no match; `nil` where it does not.
  public var redirect: MacroString? {
    for term in terms { if case .redirect(let name) = term.kind { return name } }
    return nil
  }

  /// Where the explanation of a failure is; `nil` where there is none.
  public var explanation: MacroString? {
    for term in terms { if case .explanation(let name) = term.kind { return name } }
    return nil
  }

  /// The place of `all`, behind which no mechanism is looked at (RFC 7208 5.1).
  public var allIndex: Int? {
    terms.firstIndex { if case .directive(_, .all) = $0.kind { true } else { false } }
  }
}

extension SPFTerm {
  /// The name of a modifier that may come once only (RFC 7208 6).
  fileprivate var uniqueName: String? {
    switch kind {
    case .redirect: "redirect"
    case .explanation: "exp"
    case .directive, .unknown: nil
    }
  }
}
