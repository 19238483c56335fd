internal import CUnbound
internal import DNS
internal import Glibc
internal import Synchronization

/// The questions in work: hands them to libunbound, waits, and gives up what takes too long.
///
/// libunbound calls back on the thread that runs `work`, which keeps all but the queue to itself.
final class Questions: @unchecked Sendable {
  private let context: OpaquePointer
  private let options: ResolverOptions
  private let queue = Mutex<(waiting: [Pending], isClosed: Bool)>(([], false))
  private let bell = Bell()
  private var active: [Pending] = []
  private var silence = Silence()
  private let end: UInt64

  init(_ context: OpaquePointer, _ options: ResolverOptions) {
    self.context = context
    self.options = options
    end = Self.now() + Self.nanoseconds(options.totalSeconds)
  }

  func add(_ pending: Pending) {
    let isClosed = queue.withLock { queue in
      if !queue.isClosed { queue.waiting.append(pending) }
      return queue.isClosed
    }
    if isClosed { return pending.end(DNSAnswer(.notKnown(.givenUp))) }
    bell.ring()
  }

  /// Makes `work` end; whatever is still asked is not known.
  func stop() {
    queue.withLock { $0.isClosed = true }
    bell.ring()
  }

  /// Works until `stop`.
  func work() {
    while !queue.withLock({ $0.isClosed && $0.waiting.isEmpty }) || !active.isEmpty {
      admit()
      wait()
      ub_process(context)
      settle()
    }
    ub_ctx_delete(context)
  }

  /// Starts as many waiting questions as there is room for.
  private func admit() {
    let room = options.atOnce - active.count
    let (next, isClosed) = queue.withLock { queue in
      let next = Array(queue.waiting.prefix(room))
      queue.waiting.removeFirst(next.count)
      return (next, queue.isClosed)
    }
    let now = Self.now()
    for pending in next {
      pending.deadline = min(now + Self.nanoseconds(options.questionSeconds), end)
      if isClosed || now >= end || silence.isComplete {
        pending.end(DNSAnswer(.notKnown(.givenUp)))
      } else if pending.start(context) {
        active.append(pending)
      } else {
        pending.end(DNSAnswer(.notKnown(.malformed)))
      }
    }
    if isClosed { for pending in active { pending.deadline = 0 } }
  }

  /// Sleeps until libunbound has something, a question is added, or one has waited long enough.
  private func wait() {
    let now = Self.now()
    let next = active.map(\.deadline).min() ?? now + 1_000_000_000
    let milliseconds = next > now ? (next - now) / 1_000_000 + 1 : 0
    var descriptors = [
      pollfd(fd: ub_fd(context), events: Int16(POLLIN), revents: 0),
      pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    poll(&descriptors, 2, Int32(min(milliseconds, 1000)))
    bell.quiet()
  }

  /// Hands out the answers, and gives up what is over its time.
  private func settle() {
    let now = Self.now()
    var left: [Pending] = []
    for pending in active {
      if let answer = pending.answer {
        silence.heard(answer)
        pending.end(answer)
      } else if pending.deadline <= now {
        ub_cancel(context, pending.id)
        silence.timedOut()
        pending.end(DNSAnswer(.notKnown(now >= end ? .givenUp : .timeout)))
      } else {
        left.append(pending)
      }
    }
    active = left
  }

  private static func nanoseconds(_ seconds: Double) -> UInt64 {
    UInt64(max(0, min(seconds, 86_400)) * 1_000_000_000)
  }

  private static func now() -> UInt64 { monotonicNanoseconds() }
}

/// The monotonic clock, in nanoseconds.
private func monotonicNanoseconds() -> UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
