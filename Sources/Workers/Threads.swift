import Glibc

/// Threads that do one piece of work together.
///
/// Dispatch waits for ever where the system has no room for another thread; this says so.
public final class Threads {
  private typealias Work = @Sendable () -> Void

  /// Carries the work into a thread.
  private final class Parcel {
    let work: Work
    init(_ work: @escaping Work) { self.work = work }
  }

  private var started: [pthread_t] = []

  /// Starts up to `count` threads, as many as the system allows; throws when it allows none.
  public init(_ count: Int, _ work: @escaping @Sendable () -> Void) throws(ThreadFailure) {
    for _ in 0..<count {
      let code = start(work)
      if code == 0 { continue }
      if started.isEmpty { throw ThreadFailure(errno: code) }
      return
    }
  }

  private func start(_ work: @escaping Work) -> Int32 {
    let parcel = Unmanaged.passRetained(Parcel(work))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Parcel>.fromOpaque(argument).takeRetainedValue().work() }
        return nil
      }, parcel.toOpaque())
    if code == 0 { started.append(thread) } else { parcel.release() }
    return code
  }

  /// Waits until all of them have ended.
  public func wait() {
    for thread in started { pthread_join(thread, nil) }
    started.removeAll()
  }
}
