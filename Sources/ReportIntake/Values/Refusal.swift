/// A thing that looked like a report and could not be read.
public struct Refusal: Sendable, Hashable {
  /// Where in the item it is, for people; empty for the item itself. Attacker's text.
  public let name: String
  /// What is wrong with it.
  public let error: IntakeError

  /// A refusal of what `name` says for the reason `error`.
  public init(name: String, error: IntakeError) {
    self.name = name
    self.error = error
  }
}
