public import Foundation

/// A program to run as its users do.
public struct Program: Sendable {
  /// Where it is.
  public let path: String

  /// The program at `path`.
  public init(path: String) {
    self.path = path
  }

  /// `dmarc-report` as it was built with the tests, or what `DMARC_REPORT_PROGRAM` names.
  public static let dmarcReport = Program(path: builtPath)

  private static var builtPath: String {
    if let path = ProcessInfo.processInfo.environment["DMARC_REPORT_PROGRAM"] { return path }
    let beside = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "dmarc-report").path
    return FileManager.default.isExecutableFile(atPath: beside)
      ? beside : Places.package.appending(path: ".build/debug/dmarc-report").path
  }

  /// Runs the program to its end; after `timeout` seconds it is killed, and the test fails.
  @discardableResult
  public func run(
    _ arguments: [String], environment: [String: String] = [:], input: Data = Data(),
    timeout: Double = 60
  ) throws -> Outcome {
    try start(arguments, environment: environment, input: input).outcome(timeout: timeout)
  }

  /// Starts the program.
  ///
  /// It sees nothing of our own environment that could change what it does, but what sanitizers
  /// are told.
  public func start(
    _ arguments: [String], environment: [String: String] = [:], input: Data = Data()
  ) throws -> RunningProgram {
    let base = [
      "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent",
      // Neither the developer's configuration nor that of the machine.
      "DMARC_REPORT_CONFIG": "/dev/null",
    ]
    return try RunningProgram(
      path, arguments,
      environment: base.merging(Self.sanitizers) { $1 }.merging(environment) { $1 }, input: input)
  }

  private static let sanitizers = ProcessInfo.processInfo.environment.filter {
    ["ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key)
  }
}
