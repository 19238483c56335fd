/// Writes `error: <what>: <why>` and `hint: <remedy>` to standard error.
public struct Diagnostics: Sendable {
  private let style: TextStyle
  private let progress: ProgressBar?
  private let write: @Sendable (String) -> Void

  /// Writes in colours and letters of a style; a progress bar is taken off the screen first.
  public init(
    style: TextStyle = Terminal.standardError.style, progress: ProgressBar? = nil,
    write: @escaping @Sendable (String) -> Void = StandardError.write
  ) {
    self.style = style
    self.progress = progress
    self.write = write
  }

  /// Tells of a failure.
  public func error(_ what: String, why: String? = nil, hint: String? = nil) {
    report(Diagnostic(.error, what, why: why, hint: hint))
  }

  /// Tells of something that deserves a look.
  public func warning(_ what: String, why: String? = nil, hint: String? = nil) {
    report(Diagnostic(.warning, what, why: why, hint: hint))
  }

  /// Tells something.
  public func note(_ what: String, why: String? = nil, hint: String? = nil) {
    report(Diagnostic(.note, what, why: why, hint: hint))
  }

  /// Writes one diagnostic in one piece.
  public func report(_ diagnostic: Diagnostic) {
    let text = ([diagnostic.what] + [diagnostic.why].compactMap(\.self)).joined(separator: ": ")
    var lines = line(diagnostic.severity.rawValue, text, color: diagnostic.severity.color)
    if let hint = diagnostic.hint { lines += line("hint", hint, color: .cyan) }
    progress?.clear()
    write(lines)
  }

  private func line(_ label: String, _ text: String, color wanted: Color) -> String {
    let shown = style.color ? wanted.wrap(label + ":") : label + ":"
    return "\(shown) \(style.safe(text))\n"
  }
}

extension Diagnostic.Severity {
  var color: Color {
    switch self {
    case .error: .red
    case .warning: .yellow
    case .note: .bold
    }
  }
}
