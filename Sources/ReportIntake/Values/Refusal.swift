/// A thing that looked like a report and could not be read.
public struct Refusal: Sendable, Hashable {
  /// Where in the item it is, empty for the item itself: attacker's text for people.
  public let name: String
  /// What is wrong with it.
  public let error: IntakeError

  /// A refusal of what `name` says for the reason `error`.
  public init(name: String, error: IntakeError) {
    self.name = name
    self.error = error
  }
}
