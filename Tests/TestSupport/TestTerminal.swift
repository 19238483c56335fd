import Foundation
import Glibc

/// A terminal on which somebody types: programs run on it as people see them.
public struct TestTerminal {
  /// What waits for a text to appear on the screen, and is typed then.
  public struct Keys: Sendable {
    let awaited: String
    let typed: String

    /// Types `typed` once `awaited` has appeared after what was typed before.
    public init(after awaited: String, _ typed: String) {
      self.awaited = awaited
      self.typed = typed
    }
  }

  private let columns: UInt16
  private let rows: UInt16

  /// A terminal of this size, in cells.
  public init(columns: UInt16 = 80, rows: UInt16 = 24) {
    self.columns = columns
    self.rows = rows
  }

  /// Runs a program on it to its end: its status, and all that was written to the terminal.
  ///
  /// It sees nothing of our own environment. Throws when something that is waited for does not
  /// appear, or the program does not end, within `timeout` seconds, times `Patience`.
  public func run(
    _ command: [String], environment: [String: String] = [:], typing keys: [Keys] = [],
    timeout: Double = 60
  ) throws -> (status: Int32, screen: String) {
    let (main, side) = try open()
    defer { close(main) }
    let base = [
      "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent", "TERM": "xterm",
    ]
    let process = try Spawning.start(
      command, environment: base.merging(environment) { $1 }, terminal: side)
    var screen = Data()
    do {
      try watch(main, keys, until: Date() + timeout * Patience.factor, &screen)
    } catch {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
      throw error
    }
    var raw: Int32 = 0
    while waitpid(process, &raw, 0) < 0, errno == EINTR {}
    let signal = raw & 0x7f
    return (
      signal == 0 ? raw >> 8 & 0xff : 128 + signal,
      String(decoding: screen, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
    )
  }

  /// What was waited for did not come.
  public struct NothingCame: Error {
    /// What was waited for; nothing where it was the end.
    public let awaited: String?
    /// What the screen showed.
    public let screen: String
  }

  private func open() throws -> (main: Int32, side: String) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    var (main, side): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 100)
    guard openpty(&main, &side, nil, nil, &size) == 0, ttyname_r(side, &name, name.count) == 0
    else { throw CocoaError(.fileReadUnknown) }
    // The program opens it by its name, which makes it its own.
    close(side)
    _ = fcntl(main, F_SETFD, FD_CLOEXEC)
    return (main, name.withUnsafeBufferPointer { String(cString: Array($0)) })
  }

  /// Reads what is written and types, until nobody has the terminal any more.
  private func watch(
    _ main: Int32, _ keys: [Keys], until end: Date, _ screen: inout Data
  ) throws {
    var rest = keys[...]
    var seen = screen.startIndex
    var buffer = [UInt8](repeating: 0, count: 4096)
    while Date() < end {
      var request = pollfd(fd: main, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, 100) > 0 else { continue }
      let count = read(main, &buffer, buffer.count)
      // EIO is how Linux says that the last program has left the terminal.
      guard count > 0 else { return }
      screen.append(contentsOf: buffer[..<count])
      while let next = rest.first,
        let found = screen.range(of: Data(next.awaited.utf8), in: seen..<screen.endIndex)
      {
        seen = found.upperBound
        rest = rest.dropFirst()
        _ = next.typed.withCString { write(main, $0, strlen($0)) }
      }
    }
    throw NothingCame(
      awaited: rest.first?.awaited, screen: String(decoding: screen, as: UTF8.self))
  }
}
