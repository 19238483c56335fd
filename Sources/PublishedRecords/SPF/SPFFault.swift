/// Why a term does not follow the grammar; the record as a whole is then a permerror
/// (RFC 7208 4.6).
public enum SPFFault: Error, Hashable, Sendable {
  /// There is no such mechanism.
  case unknownMechanism
  /// A character is no visible ASCII (3.1).
  case notASCII
  /// A name is missing behind `:` or `=`.
  case nameMissing
  /// What stands where a name must is none: its last label must have a letter (7.1).
  case badName
  /// A macro is not of the form `%{letter…}`, or not allowed here (7).
  case badMacro
  /// What follows `ip4:` is no IPv4 address with 0 to 32 bits.
  case badIPv4
  /// What follows `ip6:` is no IPv6 address with 0 to 128 bits.
  case badIPv6
  /// The number of bits is too large, or begins with a zero.
  case badPrefix
  /// The mechanism takes nothing behind its name.
  case argumentNotAllowed
  /// `redirect` or `exp` comes a second time (6).
  case repeatedModifier
}
