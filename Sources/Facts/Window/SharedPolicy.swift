public import DMARC

/// A policy as many reports show it: a window has tens of thousands of reports and few policies.
public final class SharedPolicy: Sendable {
  /// The policy.
  public let policy: PolicyPublished

  /// A policy to be shared.
  public init(_ policy: PolicyPublished) {
    self.policy = policy
  }
}
