extension SPFFault {
  /// What is wrong, in a sentence without a full stop.
  var sentence: String {
    switch self {
    case .unknownMechanism: "there is no such mechanism"
    case .notASCII: "it holds a character that is no visible ASCII"
    case .nameMissing: "the name is missing"
    case .badName: "it needs a domain name, with a dot and a top label that is no number"
    case .badMacro: "its macro does not follow the grammar"
    case .badIPv4: "it needs an IPv4 address"
    case .badIPv6: "it needs an IPv6 address"
    case .badPrefix: "the number of bits is too large, or begins with a zero"
    case .argumentNotAllowed: "nothing may follow its name"
    case .repeatedModifier: "it may come only once"
    }
  }

  /// Where the rule is.
  var section: String {
    switch self {
    case .unknownMechanism: "RFC 7208 4.6.1"
    case .notASCII: "RFC 7208 3.1"
    case .nameMissing, .badName, .badMacro: "RFC 7208 7.1"
    case .badIPv4, .badIPv6: "RFC 7208 5.6"
    case .badPrefix: "RFC 7208 5.3"
    case .argumentNotAllowed: "RFC 7208 5.1"
    case .repeatedModifier: "RFC 7208 6"
    }
  }

  /// What was probably meant; "" where nobody can tell.
  func hint(for term: String) -> String {
    let hasComma = term.hasSuffix(";") || term.hasSuffix(",")
    switch self {
    case _ where hasComma: return "; only spaces stand between terms"
    case .notASCII where term.hasPrefix("–") || term.hasPrefix("—") || term.hasPrefix("−"):
      return "; a word processor made a dash of the minus"
    case .badIPv4 where term.contains("::"): return "; this is IPv6, which ip6: takes"
    case .unknownMechanism where term.contains("."):
      return "; addresses need ip4: or ip6:, names a: or include:"
    default: return ""
    }
  }
}
