import DMARC

/// Who sends: an organization that authenticated, or a place in the network.
public struct Identity: Hashable, Sendable, Comparable {
  /// What kind of name it is.
  public enum Kind: Int, Sendable {
    case organization
    case network
    case address
    /// All that make the same claim.
    case crowd
    /// Many that are too small to be named one by one.
    case others
  }

  /// What kind of name `key` is.
  public let kind: Kind
  /// An organizational domain, a network in CIDR notation, or an address.
  public let key: String
  /// The name of the service behind the domain, where it is a known one.
  public let service: String?

  /// An organization by its domain.
  public init(organization: String) {
    kind = .organization
    key = organization
    service = KnownServices.name(of: organization)
  }

  init(network: Network) {
    kind = .network
    key = network.text
    service = nil
  }

  init(address: SourceAddress) {
    kind = .address
    key = address.text
    service = nil
  }

  init(crowd claim: Claim) {
    kind = .crowd
    key = claim.pattern
    service = nil
  }

  /// All senders of a class that are not named one by one.
  static let others = Identity(others: "other senders")

  private init(others: String) {
    kind = .others
    key = others
    service = nil
  }

  /// The identity as shown: `SendGrid (sendgrid.net)`, `192.0.2.0/24`.
  public var text: String {
    guard let service else { return key }
    return "\(service) (\(key))"
  }

  /// Organizations first, then networks and addresses, each by name.
  public static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.kind.rawValue, lhs.key) < (rhs.kind.rawValue, rhs.key)
  }
}
