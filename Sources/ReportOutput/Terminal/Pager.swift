internal import Glibc

/// Shows text that is longer than the screen in a pager, as git does.
public enum Pager {
  /// Writes text to standard output: by a pager where it is a terminal that has fewer lines.
  public static func write(_ text: String, on terminal: Terminal) throws(OutputError) {
    if let height = terminal.height, text.utf8.count(where: { $0 == 0x0A }) >= height,
      let command = command(environment: { getenv($0).map { String(cString: $0) } }),
      show(text, by: command)
    {
      return
    }
    let output = Output.standardOutput()
    try output.write(text)
    try output.flush()
  }

  /// The pager that is wanted; `nil` where none is, or one that shows all at once.
  static func command(environment: (String) -> String?) -> String? {
    let command = environment("DMARC_REPORT_PAGER") ?? environment("PAGER") ?? "less"
    return ["", "cat"].contains(command) ? nil : command
  }

  /// Hands the text to a pager and waits for its end; whether there was one.
  private static func show(_ text: String, by command: String) -> Bool {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return false }
    // The pager would wait for the end of what it holds open itself.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // Short texts are left on the screen, colours are, and lines that are long can be looked along.
    setenv("LESS", "FRX", 0)
    setenv("LV", "-c", 0)
    // Ctrl-C is the pager's own while it is there.
    let before = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, before) }
    guard let process = start(command, reading: ends[0]) else {
      close(ends[0])
      close(ends[1])
      return false
    }
    close(ends[0])
    var text = text
    // Whoever leaves the pager early has seen enough.
    text.withUTF8 { _ = Descriptor.writeAll(UnsafeRawBufferPointer($0), to: ends[1]) }
    close(ends[1])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // What a shell ends with that finds no such command.
    return status >> 8 & 0xff != 127
  }

  private static func start(_ command: String, reading input: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // It gets Ctrl-C and broken pipes as programs usually do.
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGINT)
    sigaddset(&usual, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let line: [String] = ["sh", "-c", command]
    let words = line.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let fault = posix_spawn(&process, "/bin/sh", &actions, &attributes, words, environ)
    return fault == 0 ? process : nil
  }
}
