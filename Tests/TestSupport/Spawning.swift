import Foundation
import Glibc

/// Starts programs by `posix_spawn`.
///
/// Foundation's `Process` copies entries of `/proc/self/fd` past their end, which now and then is
/// past the end of the memory, too.
enum Spawning {
  /// POSIX_SPAWN_SETSID of spawn.h, which Swift does not see.
  private static let newSession: Int32 = 0x80

  static func start(
    _ command: [String], environment: [String: String], descriptors: [Int32]
  ) throws -> pid_t {
    try start(command, environment, flags: 0) { actions in
      for (number, descriptor) in descriptors.enumerated() {
        posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
      }
    }
  }

  /// Starts one in a session of its own, at the terminal of this name.
  static func start(
    _ command: [String], environment: [String: String], terminal: String
  ) throws -> pid_t {
    // The first terminal that the leader of a session opens becomes its own (credentials(7)).
    try start(command, environment, flags: newSession) { actions in
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, terminal, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
      posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
    }
  }

  private static func start(
    _ command: [String], _ environment: [String: String], flags: Int32,
    descriptors: (inout posix_spawn_file_actions_t) -> Void
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    descriptors(&actions)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Threads of a pool block signals, and what they start would inherit that.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | flags))
    var process: pid_t = 0
    let words = command.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    let fault = posix_spawn(&process, command[0], &actions, &attributes, words, variables)
    guard fault == 0 else { throw POSIXError(POSIXErrorCode(rawValue: fault) ?? .EINVAL) }
    return process
  }
}
