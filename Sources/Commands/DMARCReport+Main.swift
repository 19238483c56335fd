internal import ArgumentParser
internal import Glibc
internal import ReportOutput

extension DMARCReport {
  /// Runs the program on its command line.
  public static func main() {
    ClosedPipes.becomeErrors()
    // Making the parser of all subcommands is a sixth of what this question takes.
    if CommandLine.arguments.dropFirst() == ["--version"] { return print(Version.text) }
    let arguments = GlobalArguments.behindCommand(Array(CommandLine.arguments.dropFirst()))
    let mistyped = MistypedWord(program: DMARCReport.self)
    var command: any ParsableCommand
    do {
      try mistyped.check(arguments)
      command = try parseAsRoot(arguments)
    } catch {
      if let failure = error as? UsageFailure ?? mistyped.option(message(for: error), arguments) {
        fail(failure)
      }
      end(error)
    }
    do {
      try command.run()
    } catch let status as ExitCode {
      Glibc.exit(status.rawValue)
    } catch let error where exitCode(for: error) != .failure {
      // Help that was asked for, and what the parser has to say of the command line.
      end(error)
    } catch let error as OutputError where error.diagnostic == nil {
      // Whoever read the output has seen enough: `| head` is no failure.
      Glibc.exit(ExitStatus.success.rawValue)
    } catch {
      fail(error)
    }
  }

  /// Ends with what the parser has to say; help may be longer than the screen.
  private static func end(_ error: any Error) -> Never {
    let terminal = Terminal.standardOutput
    guard exitCode(for: error) == .success, terminal.isTerminal else { exit(withError: error) }
    try? Pager.write(fullMessage(for: error) + "\n", on: terminal)
    Glibc.exit(ExitStatus.success.rawValue)
  }

  private static func fail(_ error: any Error) -> Never {
    guard let (diagnostic, status) = Failure.explain(error) else { Glibc.exit(1) }
    Diagnostics().report(diagnostic)
    Glibc.exit(status.rawValue)
  }
}
