import DMARC
import Synchronization

/// Organizational domains for several threads, which ask one at a time.
///
/// Each thread has a `NameTable` that remembers the answers, so few questions come this far.
final class SharedDomains: OrganizationalDomains, @unchecked Sendable {
  private let domains: any OrganizationalDomains
  private let lock = Mutex(())

  init(_ domains: any OrganizationalDomains) { self.domains = domains }

  func organizationalDomain(of name: String) -> String? {
    lock.withLock { _ in domains.organizationalDomain(of: name) }
  }
}
