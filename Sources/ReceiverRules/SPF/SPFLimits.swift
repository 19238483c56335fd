/// What one check may cost (RFC 7208 4.6.4, 11.1).
enum SPFLimits {
  /// Terms that need DNS.
  static let lookups = 10
  /// Of these, such as find nothing.
  static let voids = 2
  /// Addresses asked for on behalf of one `mx`.
  static let exchanges = 10
  /// Names looked at on behalf of one `ptr`, or of the `p` macro.
  static let pointers = 10
  /// The longest name that DNS can be asked for; longer ones lose labels on the left (7.3).
  static let name = 253
  /// Octets that macros may make of one text.
  ///
  /// An explanation that is longer is none: a record
  /// of 64 kB and a long sender would make gigabytes.
  static let expansion = 16_384
}
