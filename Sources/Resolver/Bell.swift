internal import Glibc

/// Wakes a thread that sleeps in poll(2).
final class Bell: Sendable {
  /// What the thread polls for reading.
  let descriptor: Int32
  private let other: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (descriptor, other) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(other)
  }

  /// Wakes the thread; where the pipe is full it has been told already.
  func ring() {
    var byte: UInt8 = 0
    _ = write(other, &byte, 1)
  }

  /// Takes back what was rung.
  func quiet() {
    var bytes = [UInt8](repeating: 0, count: 512)
    while read(descriptor, &bytes, bytes.count) == bytes.count {}
  }
}
