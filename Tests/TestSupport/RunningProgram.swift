import Dispatch
import Foundation
import Glibc

/// A program at work.
///
/// What it writes goes to files, so that it never waits for a reader.
public final class RunningProgram: @unchecked Sendable {
  /// It was still at work after the time it had.
  public struct TimedOut: Error {
    /// What was run.
    public let command: [String]
  }

  private let process = Process()
  private let ended = DispatchSemaphore(value: 0)
  private let command: [String]
  private let output: ScratchFile
  private let errors: ScratchFile
  private let input: ScratchFile

  init(
    _ path: String, _ arguments: [String], environment: [String: String], input: Data
  ) throws {
    command = [path] + arguments
    output = try ScratchFile()
    errors = try ScratchFile()
    self.input = try ScratchFile(input)
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = environment
    process.standardInput = self.input.handle
    process.standardOutput = output.handle
    process.standardError = errors.handle
    process.terminationHandler = { [ended] _ in ended.signal() }
    try Self.unblockingSignals { try process.run() }
  }

  /// Threads of a pool block signals, and what they start would inherit that.
  private static func unblockingSignals(_ body: () throws -> Void) rethrows {
    var signals = sigset_t()
    var before = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGPIPE] { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_UNBLOCK, &signals, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }

  /// Sends a signal.
  public func signal(_ number: Int32) {
    kill(process.processIdentifier, number)
  }

  /// Waits for the end; throws `TimedOut`, and kills the program, after `timeout` seconds, times
  /// `Patience`.
  public func outcome(timeout: Double = 60) throws -> Outcome {
    guard ended.wait(timeout: .now() + timeout * Patience.factor) == .success else {
      signal(SIGKILL)
      ended.wait()
      throw TimedOut(command: command)
    }
    let wasKilled = process.terminationReason == .uncaughtSignal
    return Outcome(
      status: process.terminationStatus + (wasKilled ? 128 : 0), output: try output.contents(),
      errors: try errors.contents())
  }
}

/// A file without a name.
private final class ScratchFile {
  let handle: FileHandle

  init(_ data: Data = Data()) throws {
    var template = Array("/tmp/dmarc-report-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
    unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try handle.write(contentsOf: data)
    try handle.seek(toOffset: 0)
  }

  func contents() throws -> Data {
    try handle.seek(toOffset: 0)
    return try handle.readToEnd() ?? Data()
  }
}
