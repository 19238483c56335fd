internal import Glibc

/// What is known of the place an output goes to.
public struct Terminal: Hashable, Sendable {
  /// Whether someone looks at it.
  public let isTerminal: Bool
  /// Cells in a line; `nil` where nothing limits it, as in a file or a pipe.
  public let width: Int?
  /// Whether colours are wanted: a terminal whose `TERM` is not `dumb`, and no `NO_COLOR`.
  public let allowsColor: Bool

  /// Asks the system about a file descriptor.
  public init(descriptor: Int32) {
    var size = winsize()
    let known = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0
    self.init(
      isTerminal: isatty(descriptor) == 1, measuredWidth: known ? Int(size.ws_col) : nil,
      environment: { getenv($0).map { String(cString: $0) } })
  }

  /// Decides from what is known; `COLUMNS` overrides the measured width.
  public init(
    isTerminal: Bool, measuredWidth: Int?, environment: (String) -> String?
  ) {
    self.isTerminal = isTerminal
    let measured = measuredWidth.flatMap { $0 > 0 ? $0 : nil } ?? 80
    let asked = environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    width = asked ?? (isTerminal ? measured : nil)
    let refused = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    allowsColor = isTerminal && !refused && !["", "dumb"].contains(environment("TERM") ?? "")
  }

  /// Standard output's terminal.
  public static var standardOutput: Terminal { Terminal(descriptor: STDOUT_FILENO) }

  /// Standard error's terminal.
  public static var standardError: Terminal { Terminal(descriptor: STDERR_FILENO) }

  /// The layout for text on it.
  public var style: TextStyle { TextStyle(width: width, color: allowsColor) }
}
