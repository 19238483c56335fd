internal import Glibc

/// Hands mails to the mail system of the machine, by the program that cron uses, too.
///
/// Postfix, Exim, msmtp, dma and others all have one of this name that takes a whole mail on its
/// standard input, and reads its recipients there with `-t`; with `-i` a line with a dot ends nothing.
public struct Sendmail: Sendable {
  /// Where the program is on every system.
  public static let usualPath = "/usr/sbin/sendmail"

  private let path: String

  /// The program at a path.
  public init(path: String = usualPath) {
    self.path = path
  }

  /// Sends a mail to those it names; returns once the mail system has taken it.
  public func send(_ mail: OutgoingMail) throws(OutboxError) {
    let text = try mail.text()
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .cannotStart(path: path, errno: errno) }
    let (input, output) = (ends[0], ends[1])
    defer { close(input) }
    // The program must not hold the end it waits for; glibc's `pipe2` is not seen by Swift.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let process: pid_t
    do {
      process = try start(reading: input)
    } catch {
      close(output)
      throw error
    }
    let fault = Self.write(text, to: output)
    close(output)
    let status = Self.wait(for: process)
    guard status == 0 else { throw .failed(path: path, status: status) }
    guard fault == 0 else { throw .notTaken(path: path, errno: fault) }
  }

  private func start(reading input: Int32) throws(OutboxError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // We ignore closed pipes, and what is started would inherit that.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let arguments: [String] = [path, "-t", "-i"]
    let words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let fault = posix_spawn(&process, path, &actions, &attributes, words, environ)
    guard fault == 0 else { throw .cannotStart(path: path, errno: fault) }
    return process
  }

  /// 0, or the errno of what failed.
  private static func write(_ text: String, to output: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      var done = 0
      while done < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[done...])
        let count = Glibc.write(output, rest.baseAddress, rest.count)
        if count >= 0 { done += count } else if errno != EINTR { return errno }
      }
      return 0
    }
  }

  private static func wait(for process: pid_t) -> Int32 {
    var raw: Int32 = 0
    while waitpid(process, &raw, 0) < 0 { if errno != EINTR { return 1 } }
    let signal = raw & 0x7f
    return signal == 0 ? raw >> 8 & 0xff : 128 + signal
  }
}
