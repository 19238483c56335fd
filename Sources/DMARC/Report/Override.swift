/// A reason a receiver gave for applying another policy than the published one.
public struct Override: Hashable, Sendable {
  /// The kind of reason.
  public var type: Sent<OverrideType>
  /// Free text from the receiver, for example `arc=pass`.
  public var comment: String?

  /// A reason of a type and an optional comment.
  public init(type: Sent<OverrideType>, comment: String?) {
    self.type = type
    self.comment = comment
  }

  /// Whether the receiver says that a valid ARC chain vouched for the mail (RFC 8617 7.2.2).
  public var saysARCPassed: Bool {
    type.word == .localPolicy && (comment?.lowercased().contains("arc=pass") ?? false)
  }
}
