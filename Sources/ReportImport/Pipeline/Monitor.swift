import Glibc

/// A lock with two conditions to wait for: the writer waits for work, the readers for room.
final class Monitor: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let work = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let room = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var waitingForWork = 0
  private var waitingForRoom = 0

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(work, nil)
    pthread_cond_init(room, nil)
  }

  deinit {
    pthread_cond_destroy(work)
    pthread_cond_destroy(room)
    pthread_mutex_destroy(mutex)
    work.deallocate()
    room.deallocate()
    mutex.deallocate()
  }

  func locked<T>(_ body: () throws -> T) rethrows -> T {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body()
  }

  /// Waits for work; call it locked, and look again after it returns.
  func waitForWork() {
    waitingForWork += 1
    pthread_cond_wait(work, mutex)
    waitingForWork -= 1
  }

  /// Waits for room; call it locked, and look again after it returns.
  func waitForRoom() {
    waitingForRoom += 1
    pthread_cond_wait(room, mutex)
    waitingForRoom -= 1
  }

  /// Wakes whoever waits for work; call it locked.
  func signalWork() { if waitingForWork > 0 { pthread_cond_broadcast(work) } }

  /// Wakes whoever waits for room; call it locked.
  func signalRoom() { if waitingForRoom > 0 { pthread_cond_broadcast(room) } }
}
