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

  private let process: pid_t
  private let end = End()
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
    let descriptors = [self.input, output, errors].map(\.handle.fileDescriptor)
    process = try Spawning.start(command, environment: environment, descriptors: descriptors)
    Thread.detachNewThread { [process, end] in end.wait(for: process) }
  }

  /// Sends a signal.
  public func signal(_ number: Int32) {
    kill(process, number)
  }

  /// Waits for the end; throws `TimedOut`, and kills the program, after `timeout` seconds, times
  /// `Patience`.
  public func outcome(timeout: Double = 60) throws -> Outcome {
    guard end.come.wait(timeout: .now() + timeout * Patience.factor) == .success else {
      signal(SIGKILL)
      end.come.wait()
      throw TimedOut(command: command)
    }
    return Outcome(
      status: end.status, output: try output.contents(), errors: try errors.contents())
  }
}

/// How a program ended, once it has.
private final class End: @unchecked Sendable {
  let come = DispatchSemaphore(value: 0)
  /// The exit status, or 128 and the number of the signal that ended it.
  private(set) var status: Int32 = 0

  func wait(for process: pid_t) {
    var raw: Int32 = 0
    while waitpid(process, &raw, 0) < 0, errno == EINTR {}
    let signal = raw & 0x7f
    status = signal == 0 ? raw >> 8 & 0xff : 128 + signal
    come.signal()
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
