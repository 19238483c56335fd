/// Something a user is told on standard error.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Sendable { case error, warning, note }

  /// How bad it is.
  public var severity: Severity
  /// What it is about or what failed, as a file's name.
  public var what: String
  /// Why.
  public var why: String?
  /// What the user can do.
  public var hint: String?

  /// Something to tell.
  public init(_ severity: Severity, _ what: String, why: String? = nil, hint: String? = nil) {
    self.severity = severity
    self.what = what
    self.why = why
    self.hint = hint
  }
}
