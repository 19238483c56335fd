/// A DKIM key as published at `<selector>._domainkey.<domain>` (RFC 6376 3.6.1).
public struct DKIMKeyRecord: Hashable, Sendable {
  /// What `p` holds.
  public enum Key: Hashable, Sendable {
    /// There is no `p`: this is no key.
    case missing
    /// `p` is empty: the key is revoked.
    case revoked
    /// An RSA key of so many bits; `isBare` where it is no SubjectPublicKeyInfo.
    case rsa(bits: Int, isBare: Bool)
    /// An Ed25519 key (RFC 8463).
    case ed25519
    /// `p` holds no key of the type that `k` names: it is cut off, or of another type.
    case unreadable
    /// A type of key that no standard defines.
    case otherType
  }

  /// As published.
  public let text: String
  /// Everything in it; names of tags count case (RFC 6376 3.2).
  public let list: TagList
  /// What `p` holds.
  public let key: Key

  /// Reads a text.
  ///
  /// It never fails: what is no key says so.
  public init(_ text: String) {
    self.text = text
    list = TagList(text)
    key = Self.key(in: list)
  }

  /// The type of the key, `rsa` where none is named.
  public var type: String { list["k"]?.lowercased() ?? "rsa" }

  /// Whether the owner only tests: verifiers treat mail as if it were not signed.
  public var isTesting: Bool { words("t").contains("y") }

  /// The words of a tag between its colons, in lower case.
  func words(_ name: String) -> [String] {
    (list[name] ?? "").split(separator: ":").map { TagList.trimmed($0).lowercased() }
  }

  private static func key(in list: TagList) -> Key {
    guard let value = list["p"] else { return .missing }
    if value.isEmpty { return .revoked }
    guard let bytes = Base64.decode(value) else { return .unreadable }
    switch list["k"]?.lowercased() ?? "rsa" {
    case "rsa":
      return RSAKey.read(bytes).map { .rsa(bits: $0.bits, isBare: $0.form == .bare) }
        ?? .unreadable
    case "ed25519": return bytes.count == 32 ? .ed25519 : .unreadable
    default: return .otherType
    }
  }
}
