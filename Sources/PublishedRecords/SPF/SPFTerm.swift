/// A term of an SPF record: a mechanism with its qualifier, or a modifier (RFC 7208 4.6.1).
public struct SPFTerm: Hashable, Sendable {
  /// What the term does.
  public enum Kind: Hashable, Sendable {
    /// A mechanism, and the result if it matches.
    case directive(SPFQualifier, SPFMechanism)
    /// `redirect=`: another record takes the place of this one where nothing matches.
    case redirect(MacroString)
    /// `exp=`: where the explanation of a failure is.
    case explanation(MacroString)
    /// A modifier that RFC 7208 does not define; receivers pass over it (6).
    case unknown(name: String)
  }

  /// As written.
  public let text: String
  /// What it does.
  public let kind: Kind
}

/// What it means that a mechanism matches (RFC 7208 4.6.2); the raw value is the character.
public enum SPFQualifier: String, CaseIterable, Hashable, Sendable {
  case pass = "+"
  case fail = "-"
  case softfail = "~"
  case neutral = "?"
}

/// What mail is compared with (RFC 7208 5).
public enum SPFMechanism: Hashable, Sendable {
  case all
  case include(MacroString)
  case a(MacroString?, SPFPrefixes)
  case mx(MacroString?, SPFPrefixes)
  case ptr(MacroString?)
  case ip(AddressBlock)
  case exists(MacroString)
}

/// How many bits of an address count, where hosts are named.
public struct SPFPrefixes: Hashable, Sendable {
  /// Up to 32.
  public var ipv4 = 32
  /// Up to 128.
  public var ipv6 = 128
}

extension SPFTerm {
  /// Whether the term counts towards the ten look-ups (RFC 7208 4.6.4).
  public var looksUp: Bool {
    switch kind {
    case .directive(_, .all), .directive(_, .ip), .explanation, .unknown: false
    case .directive, .redirect: true
    }
  }

  /// The name in the term, as written; `nil` where it has none.
  public var name: MacroString? {
    switch kind {
    case .directive(_, let mechanism): mechanism.name
    case .redirect(let name), .explanation(let name): name
    case .unknown: nil
    }
  }
}

extension SPFMechanism {
  fileprivate var name: MacroString? {
    switch self {
    case .include(let name), .exists(let name): name
    case .a(let name, _), .mx(let name, _), .ptr(let name): name
    case .all, .ip: nil
    }
  }
}
