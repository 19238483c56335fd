internal import Glibc

/// A clock that only goes forward.
public enum Monotonic {
  /// Time since some moment in the past.
  @Sendable public static func now() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
