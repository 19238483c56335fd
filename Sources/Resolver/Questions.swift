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
  private let queue = Mutex<(waiting: Line, isClosed: Bool)>((Line(), false))
  private let bell = Bell()
  /// In the order of their deadlines: each has as long as those before it.
  private var active = Line()
  private let answered = Answered()
  private var asked = 0
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
    while !queue.withLock({ $0.isClosed && $0.waiting.isEmpty }) || asked > 0 {
      admit()
      wait()
      ub_process(context)
      settle()
    }
    ub_ctx_delete(context)
  }

  /// Starts as many waiting questions as there is room for.
  private func admit() {
    let room = options.atOnce - asked
    let (next, isClosed) = queue.withLock { ($0.waiting.take(room), $0.isClosed) }
    let now = Self.now()
    for pending in next {
      pending.deadline = min(now + Self.nanoseconds(options.questionSeconds), end)
      if isClosed || now >= end || silence.isComplete {
        pending.end(DNSAnswer(.notKnown(.givenUp)))
      } else if pending.start(context, answered) {
        active.append(pending)
        asked += 1
      } else {
        pending.end(DNSAnswer(.notKnown(.malformed)))
      }
    }
    if isClosed { active.forEach { $0.deadline = 0 } }
  }

  /// Sleeps until libunbound has something, a question is added, or one has waited long enough.
  private func wait() {
    let now = Self.now()
    let next = active.first?.deadline ?? now + 1_000_000_000
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
    for (pending, answer) in answered.take() {
      asked -= 1
      pending.isDone = true
      silence.heard(answer)
      pending.end(answer)
    }
    while let first = active.first, first.isDone || first.deadline <= now {
      _ = active.take(1)
      guard !first.isDone else { continue }
      asked -= 1
      ub_cancel(context, first.id)
      silence.timedOut()
      first.end(DNSAnswer(.notKnown(now >= end ? .givenUp : .timeout)))
    }
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
