internal import Glibc

/// What is known of the place an output goes to.
public struct Terminal: Hashable, Sendable {
  /// Whether someone looks at it.
  public let isTerminal: Bool
  /// Cells in a line.
  public let width: Int
  /// Lines on the screen; `nil` where there is none.
  public let height: Int?
  /// Whether colours are wanted: a terminal whose `TERM` is not `dumb`, and no `NO_COLOR`.
  public let allowsColor: Bool
  /// Whether it shows nothing but ASCII for certain: the locale is not one of UTF-8.
  public let isASCII: Bool

  /// What a line has where nothing is known: files and mails are read in windows, too.
  private static let usualWidth = 80

  /// Asks the system about a file descriptor.
  public init(descriptor: Int32) {
    var size = winsize()
    let known = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0
    self.init(
      isTerminal: isatty(descriptor) == 1, measuredWidth: known ? Int(size.ws_col) : nil,
      measuredHeight: known ? Int(size.ws_row) : nil,
      environment: { getenv($0).map { String(cString: $0) } })
  }

  /// Decides from what is known; `COLUMNS` overrides the measured width.
  public init(
    isTerminal: Bool, measuredWidth: Int?, measuredHeight: Int? = nil,
    environment: (String) -> String?
  ) {
    self.isTerminal = isTerminal
    let measured = [measuredWidth].compactMap(\.self).first { $0 > 0 && isTerminal }
    let asked = environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    width = asked ?? measured ?? Self.usualWidth
    height = isTerminal ? measuredHeight.flatMap { $0 > 0 ? $0 : nil } : nil
    let refused = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    allowsColor = isTerminal && !refused && !["", "dumb"].contains(environment("TERM") ?? "")
    // The order of setlocale(3). A system that lacks the locale has a terminal for it all the same.
    let locale =
      [environment("LC_ALL"), environment("LC_CTYPE"), environment("LANG")]
      .compactMap(\.self).first { !$0.isEmpty } ?? "C"
    isASCII = !["utf-8", "utf8"].contains { locale.lowercased().contains($0) }
  }

  /// Standard output's terminal.
  public static var standardOutput: Terminal { Terminal(descriptor: STDOUT_FILENO) }

  /// Standard error's terminal.
  public static var standardError: Terminal { Terminal(descriptor: STDERR_FILENO) }

  /// The layout for text on it.
  public var style: TextStyle { TextStyle(width: width, color: allowsColor, ascii: isASCII) }
}
