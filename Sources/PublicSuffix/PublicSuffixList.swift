internal import CLibPSL
public import DMARC

/// Organizational domains by the Public Suffix List, remembered per name.
///
/// libpsl loads the newest list it finds on the system (Debian's `publicsuffix`), or the one
/// built into it, once a process.
public final class PublicSuffixList: OrganizationalDomains {
  private let list: OpaquePointer?
  private var found: [String: String?] = [:]

  /// Names remembered before the memory is cleared; reports name strangers without end.
  private static let most = 8192

  /// The newest list on this system.
  public init() {
    list = psl_latest(nil)
  }

  deinit { psl_free(list) }

  /// The organizational domain of a normalized name; `nil` where nothing can align with it.
  public func organizationalDomain(of name: String) -> String? {
    if let known = found[name] { return known }
    if found.count >= Self.most { found.removeAll(keepingCapacity: true) }
    let domain = lookUp(name)
    found[name] = domain
    return domain
  }

  private func lookUp(_ name: String) -> String? {
    guard !name.isEmpty, !name.utf8.contains(0), SourceAddress(name) == nil else { return nil }
    guard let list else { return nil }
    // libpsl answers with a pointer into the name it was given: copy while that is alive.
    return name.withCString { start in
      psl_registrable_domain(list, start).map { String(cString: $0) }
    }
  }
}

extension PublicSuffixList {
  /// The library that reads the list, and its version as loaded.
  public static var libraries: [String] {
    // `0.21.2 (+libidn2/2.3.3)`
    ["libpsl \(psl_get_version().map { String(cString: $0).prefix { $0 != " " } } ?? "?")"]
  }
}
