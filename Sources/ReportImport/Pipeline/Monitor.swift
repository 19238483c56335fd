import Glibc

/// A lock with two conditions to wait for: the writer waits for work, the readers for room.
final class Monitor: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let work = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let room = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

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
  func waitForWork() { pthread_cond_wait(work, mutex) }
  /// Waits for room; call it locked, and look again after it returns.
  func waitForRoom() { pthread_cond_wait(room, mutex) }
  func signalWork() { pthread_cond_broadcast(work) }
  func signalRoom() { pthread_cond_broadcast(room) }
}
