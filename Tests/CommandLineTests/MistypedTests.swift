import Foundation
import TestSupport
import Testing

/// What is mistyped is refused with status 64, and what was meant is named.
struct MistypedTests {
  private func expect(
    _ arguments: [String], _ lines: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try Program.dmarcReport.run(arguments)
    #expect(outcome.status == 64, sourceLocation: sourceLocation)
    #expect(outcome.diagnosticLines == lines, sourceLocation: sourceLocation)
    #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
  }

  @Test func aCommandIsSuggested() throws {
    for arguments in [["sumary"], ["help", "sumary"], ["sumary", "--days", "5"]] {
      try expect(
        arguments,
        [
          "error: sumary: there is no such command",
          "hint: did you mean summary? dmarc-report --help lists them",
        ])
    }
    try expect(
      ["help", "nosuch"],
      [
        "error: nosuch: there is no such command",
        "hint: dmarc-report --help lists them",
      ])
    try expect(
      ["source", "aprove", "192.0.2.1"],
      [
        "error: aprove: `source` has no such command",
        "hint: did you mean source approve? dmarc-report help source lists them",
      ])
  }

  @Test func anOptionIsSuggested() throws {
    try expect(
      ["summary", "--form", "csv"],
      [
        "error: --form: `summary` has no such option",
        "hint: did you mean --format? dmarc-report help summary lists them",
      ])
    try expect(
      ["summary", "--unitl=latest"],
      [
        "error: --unitl: `summary` has no such option",
        "hint: did you mean --until? dmarc-report help summary lists them",
      ])
    try expect(
      ["domain", "lint", "--colour", "v=spf1"],
      [
        "error: --colour: `domain lint` has no such option",
        "hint: dmarc-report help domain lint lists them",
      ])
  }

  /// The words of a command that is understood without its name are no commands.
  @Test func theArgumentOfADefaultCommandIsNoCommand() throws {
    let outcome = try Program.dmarcReport.run(["domain", "--timeout", "x", "example.com"])
    #expect(outcome.status == 64)
    #expect(!outcome.diagnostics.contains("no such command"))
  }

  @Test func aDomainIsSuggestedByEveryCommandThatAsksTheDatabase() throws {
    let samples = try ImportedMailbox.samples.get()
    for command in [["summary"], ["export"], ["reports"], ["readiness"], ["what-if"]] {
      let outcome = try samples.run(command + ["--domain", "exmaple.com", "--until", "latest"])
      #expect(outcome.status == 64, "\(command)")
      #expect(
        outcome.diagnosticLines == [
          "error: exmaple.com: no report is about this domain",
          "hint: did you mean example.com?",
        ], "\(command)")
    }
    let strange = try samples.run(["summary", "--domain", "nothing-like-it.test"])
    #expect(strange.status == 64)
    #expect(
      strange.diagnosticLines == [
        "error: nothing-like-it.test: no report is about this domain",
        "hint: reports are about club.example, example.com, example.net, example.org, …",
      ])
  }
}
