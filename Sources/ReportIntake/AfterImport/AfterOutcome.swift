/// What an act came to.
public enum AfterOutcome: Sendable, Hashable {
  case done
  /// Another program moved or deleted the message first.
  case vanished
  /// The item is not a message of a Maildir; only those are moved or deleted.
  case notApplicable
}
