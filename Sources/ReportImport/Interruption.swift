import Glibc
import Synchronization

/// Ctrl-C, and the system's wish that we end: finish what is in hand, commit, and leave.
///
/// A second signal meets the default action and ends the program at once.
public struct Interruption: Sendable {
  private static let requested = Atomic<Bool>(false)

  /// An interruption that the signals INT and TERM ask for.
  public static func onSignals() -> Interruption {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      Interruption.requested.store(true, ordering: .relaxed)
    }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
    sigaction(SIGINT, &action, nil)
    sigaction(SIGTERM, &action, nil)
    return Interruption()
  }

  /// Whether a signal has asked for it.
  public var isRequested: Bool { Self.requested.load(ordering: .relaxed) }
}
