public import DMARC

/// Something that was seen or told when alerts were last asked for.
///
/// The store keeps these as they are and knows nothing of what they mean.
public struct WatchNote: Hashable, Sendable {
  /// What it is about, as `sender` or `verdict`.
  public var topic: String
  /// The policy domain; empty where it is about none.
  public var domain: String
  /// Which one of several, as a sender; empty where there is only one.
  public var subject: String
  /// What was seen last, in words of the topic.
  public var value: String
  /// The UTC day since which it is so.
  public var since: Day

  /// A note of its parts.
  public init(topic: String, domain: String, subject: String, value: String, since: Day) {
    self.topic = topic
    self.domain = domain
    self.subject = subject
    self.value = value
    self.since = since
  }
}
