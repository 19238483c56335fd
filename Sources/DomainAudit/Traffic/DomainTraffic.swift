public import DMARC
public import PublishedRecords

/// What receivers report of the mail in the name of one domain and of the names below it.
public struct DomainTraffic: Hashable, Sendable {
  /// A key, and by whom it signs.
  public struct Key: Hashable, Comparable, Sendable {
    /// The signing domain.
    public let domain: String
    /// As sent.
    public let selector: String

    /// By domain, then by selector.
    public static func < (lhs: Self, rhs: Self) -> Bool {
      (lhs.domain, lhs.selector) < (rhs.domain, rhs.selector)
    }
  }

  /// What was signed with a key.
  public struct KeyUse: Hashable, Sendable {
    /// Messages that carried such a signature.
    public var messages: MessageCount = 0
    /// Of these, such as verified.
    public var passed: MessageCount = 0
    /// The last day on which a receiver saw one.
    public var lastDay: Day
  }

  /// A sender as SPF knows it.
  public struct Sender: Hashable, Comparable, Sendable {
    /// Where mail came from.
    public let address: SourceAddress
    /// The domain that was checked.
    public let domain: String
    /// Whether it is that of HELO, not of MAIL FROM.
    public let isHELO: Bool
    /// The HELO name where receivers gave it, else "".
    public let helo: String

    /// By domain, then by address.
    public static func < (lhs: Self, rhs: Self) -> Bool {
      if lhs.domain != rhs.domain { return lhs.domain < rhs.domain }
      return (lhs.address, lhs.helo) < (rhs.address, rhs.helo)
    }
  }

  /// What receivers said of a sender.
  public struct SenderUse: Hashable, Sendable {
    /// Messages by the SPF result that receivers saw.
    public var results: [SPFResult: MessageCount] = [:]
    /// Messages that pass DMARC by SPF alone: without it they fail.
    public var restOnSPF: MessageCount = 0

    /// All messages.
    public var messages: MessageCount { results.values.reduce(0, +) }
  }

  /// A policy as receivers say they saw it, newest first.
  public struct Sighting: Hashable, Sendable {
    /// The policy.
    public let policy: PolicyPublished
    /// Messages in reports that show it.
    public var messages: MessageCount
    /// The last day of these.
    public var lastDay: Day
  }

  /// The domain asked about.
  public let domain: String
  /// The window, UTC days.
  public let window: ClosedRange<Day>
  /// Messages by the name in From.
  public var names: [String: MessageCount] = [:]
  /// Messages that pass DMARC.
  public var passing: MessageCount = 0
  /// Keys of the domain and of names below it.
  public var keys: [Key: KeyUse] = [:]
  /// Senders in the name of the domain, or of names below it, as SPF checked them.
  public var senders: [Sender: SenderUse] = [:]
  /// Messages from the domain's own servers, by address: such as pass SPF for it, so that
  /// forwarders are none, and such as the operator approved.
  public var ownAddresses: [SourceAddress: MessageCount] = [:]
  /// The addresses that the operator approved.
  public var approved: [AddressBlock] = []
  /// The policies that receivers saw.
  public var sightings: [Sighting] = []

  /// A window without mail.
  public init(of domain: String, in window: ClosedRange<Day>) {
    self.domain = domain
    self.window = window
  }

  /// All messages.
  public var messages: MessageCount { names.values.reduce(0, +) }

  /// Messages that pass DMARC by SPF alone.
  public var restOnSPF: MessageCount { senders.values.map(\.restOnSPF).reduce(0, +) }
}
