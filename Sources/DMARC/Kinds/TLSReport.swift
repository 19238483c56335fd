/// A report about sessions of TLS with the mail servers of a domain (RFC 8460 4.4).
public struct TLSReport: Hashable, Sendable {
  /// Who reports, about which period; `email` is the `contact-info`.
  public var metadata: ReportMetadata
  /// What was found, by policy; of each at least the domain is known.
  public var policies: [TLSPolicy]
  /// Policies and failures that could not be counted.
  public var leftOut: Int
  /// How it differs from RFC 8460.
  public var deviations: [Deviation]
  /// A hash of what it says, which tells it from another under the same key; the order of policies
  /// and failures makes no difference.
  public var digest: UInt64

  /// A report of its parts.
  public init(
    metadata: ReportMetadata, policies: [TLSPolicy], leftOut: Int = 0, deviations: [Deviation] = [],
    digest: UInt64 = 0
  ) {
    self.metadata = metadata
    self.policies = policies
    self.leftOut = leftOut
    self.deviations = deviations
    self.digest = digest
  }

  /// The identity of the report; in place of one policy domain it has those of all policies.
  public var key: ReportKey {
    ReportKey(
      reporter: metadata.organization, policyDomain: domains.joined(separator: ", "),
      reportID: metadata.reportID, begin: metadata.begin, end: metadata.end)
  }

  /// The domains of its policies, each once, in order.
  public var domains: [String] { Set(policies.map(\.domain)).sorted() }

  /// Sessions that went well, and sessions that failed.
  public var sessions: (successful: MessageCount, failed: MessageCount) {
    (policies.map(\.successful).total(), policies.map(\.failed).total())
  }
}

/// What a reporter met at the servers of a domain by one of its policies (RFC 8460 4.2).
public struct TLSPolicy: Hashable, Sendable {
  /// The domain, normalized.
  public var domain: String
  /// `sts`, `tlsa`, `no-policy-found`, or another word as sent, in lower case; empty where none was.
  public var type: String
  /// The policy as it was found, line by line.
  public var lines: [String] = []
  /// The servers that it names.
  public var hosts: [String] = []
  /// Sessions that went well.
  public var successful: MessageCount
  /// Sessions that failed.
  public var failed: MessageCount
  /// How they failed, as far as it is told.
  public var failures: [TLSFailure] = []

  /// A policy with its sessions.
  public init(domain: String, type: String, successful: MessageCount, failed: MessageCount) {
    self.domain = domain
    self.type = type
    self.successful = successful
    self.failed = failed
  }
}

/// So many sessions that failed in one way (RFC 8460 4.3).
public struct TLSFailure: Hashable, Sendable {
  /// The result type in lower case, as `certificate-expired`; empty where none was sent.
  public var result: String
  /// The address of the reporter's server, in its shortest form where it is one.
  public var sendingAddress: String?
  /// The MX, normalized.
  public var receivingHost: String?
  /// The address of the MX, in its shortest form where it is one.
  public var receivingAddress: String?
  /// Sessions that failed so.
  public var sessions: MessageCount
  /// The reporter's own code for it.
  public var reason: String?
  /// Where to read more, or what else the reporter says.
  public var information: String?

  /// A failure of so many sessions.
  public init(result: String, sessions: MessageCount) {
    self.result = result
    self.sessions = sessions
  }
}
