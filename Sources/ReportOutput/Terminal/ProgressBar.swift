internal import Synchronization

/// A line on standard error that tells how far the work is; nothing where nobody looks.
public final class ProgressBar: Sendable {
  private struct State {
    var done: Int64 = 0
    var nextDraw: Duration
    var isShown = false
  }

  private static let pause = Duration.milliseconds(100)

  private let unit: String
  private let total: Int64?
  private let width: Int
  private let isActive: Bool
  private let now: @Sendable () -> Duration
  private let write: @Sendable (String) -> Void
  private let start: Duration
  private let state: Mutex<State>

  /// A bar over so many units (`mails`), or a count where the total is not known.
  public init(
    unit: String, total: Int64?, terminal: Terminal = .standardError,
    now: @escaping @Sendable () -> Duration = Monotonic.now,
    write: @escaping @Sendable (String) -> Void = StandardError.write
  ) {
    self.unit = unit
    self.total = total
    self.now = now
    self.write = write
    isActive = terminal.isTerminal
    width = terminal.width
    start = isActive ? now() : .zero
    state = Mutex(State(nextDraw: start + ProgressBar.pause))
  }

  deinit { clear() }

  /// So many are done; draws at most ten times a second.
  public func update(done: Int64) {
    guard isActive else { return }
    let moment = now()
    state.withLock { state in
      state.done = done
      guard moment >= state.nextDraw else { return }
      state.nextDraw = moment + ProgressBar.pause
      state.isShown = true
      write("\r\u{1B}[K" + line(done: done, elapsed: moment - start))
    }
  }

  /// Takes the line off the screen; the next update may draw it again.
  public func clear() {
    guard isActive else { return }
    state.withLock { state in
      guard state.isShown else { return }
      state.isShown = false
      write("\r\u{1B}[K")
    }
  }

  private func line(done: Int64, elapsed: Duration) -> String {
    // The last cell of a line stays free: a cursor past it makes some terminals wrap.
    ProgressLine.text(done: done, total: total, unit: unit, elapsed: elapsed, width: width - 1)
  }
}
