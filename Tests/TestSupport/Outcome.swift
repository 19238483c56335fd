public import Foundation

/// How a program ended, and what it wrote.
public struct Outcome: Sendable {
  /// The exit status; 128 and the signal's number where a signal ended it, as shells say.
  public let status: Int32
  /// Standard output.
  public let output: Data
  /// Standard error.
  public let errors: Data

  /// Standard output as text.
  public var text: String { String(decoding: output, as: UTF8.self) }

  /// Standard error as text.
  public var diagnostics: String { String(decoding: errors, as: UTF8.self) }

  /// The lines of standard error.
  public var diagnosticLines: [String] {
    diagnostics.split(separator: "\n").map(String.init)
  }
}
