/// Which resolvers are asked, and how long they may take.
public struct ResolverOptions: Hashable, Sendable {
  /// The resolvers: an address each, and `@` with a port where it is not 53.
  public var servers: [String]
  /// Seconds that one question may take.
  public var questionSeconds: Double = 5
  /// Seconds for all questions together.
  public var totalSeconds: Double = 60
  /// How many questions are asked at once.
  public var atOnce = 256
  /// A file of DNSSEC trust anchors; where there is none, DNSSEC is not known.
  public var trustAnchors: String?

  /// Where Debian's `dns-root-data` and `unbound-anchor` keep the key of the root.
  public static let usualAnchors = ["/usr/share/dns/root.key", "/var/lib/unbound/root.key"]

  /// The resolvers named, or those of the system.
  public init(servers: [String] = []) {
    self.servers = servers.isEmpty ? ResolvConf.servers() : servers
  }
}

/// What stands in the way of asking at all.
public enum ResolverFailure: Error, Hashable, Sendable {
  /// libunbound refused to begin; what it said.
  case cannotStart(String)
  /// This is no address of a resolver.
  case badServer(String)
  /// The file of trust anchors cannot be used.
  case badAnchors(String)
}
