internal import Glibc

/// What happens when the reader of a pipe goes away.
public enum ClosedPipes {
  /// Makes it an `OutputError.closedPipe` in place of the program's silent death.
  public static func becomeErrors() {
    signal(SIGPIPE, SIG_IGN)
  }
}
