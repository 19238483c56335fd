/// Why a configuration file cannot be used, as data.
public struct ConfigurationError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Fault: Hashable, Sendable {
    /// The file cannot be read; the system's error number.
    case unreadable(Int32)
    /// It is longer than a configuration ever is, in bytes.
    case tooLong(limit: Int)
    /// It is no TOML (https://toml.io/en/v1.0.0); what the parser says.
    case malformed(String)
    /// There is no such key.
    case unknownKey(String)
    /// A value is not of the kind that its key needs.
    case badValue(key: String, needed: String)
  }

  /// The path of the file.
  public var file: String
  /// The line, from 1; `nil` where the file as a whole is meant.
  public var line: Int?
  /// What is wrong there.
  public var fault: Fault

  /// An error of its parts.
  public init(file: String, line: Int? = nil, _ fault: Fault) {
    self.file = file
    self.line = line
    self.fault = fault
  }
}
