import TestSupport
import Testing

/// Decisions about senders: what they replace, and how they go from one database to another.
@Suite struct DecisionTests {
  private func run(_ folder: TemporaryFolder, _ arguments: String...) throws -> Outcome {
    try Program.dmarcReport.run(
      ["source"] + arguments + ["--database", folder.path("reports.sqlite")])
  }

  @Test func whatAListWritesAnImportReads() throws {
    try TemporaryFolder.with { folder in
      let names = ["Payroll service", "the \"old\" one", "back\\slash", "# no comment", ""]
      for (number, name) in names.enumerated() {
        let domain = number % 2 == 0 ? ["--domain", "example.com"] : []
        let outcome = try Program.dmarcReport.run(
          ["source", "approve", "192.0.2.\(number)", "--name", name]
            + domain + ["--database", folder.path("reports.sqlite")])
        #expect(outcome.status == 0)
      }
      _ = try run(folder, "block", "2001:db8::/32")
      _ = try run(folder, "forwarder", "lists.example")
      let lines = try run(folder, "list", "--lines").text
      #expect(lines.contains("approve 192.0.2.1 --name \"the \\\"old\\\" one\"\n"))
      let file = try folder.write(lines, to: "senders.txt")
      let other = folder.path("other.sqlite")
      let read = try Program.dmarcReport.run(["source", "import", file, "--database", other])
      #expect(read.diagnostics == "7 decisions kept.\n")
      let again = try Program.dmarcReport.run(["source", "list", "--lines", "--database", other])
      #expect(again.text == lines)
    }
  }

  @Test func aDecisionSaysWhatItReplaces() throws {
    try TemporaryFolder.with { folder in
      let first = try run(folder, "approve", "192.0.2.1", "--name", "Shop")
      #expect(first.diagnostics.isEmpty)
      let second = try run(folder, "block", "192.0.2.1")
      #expect(
        second.diagnostics
          == "note: 192.0.2.1: this replaces: approve 192.0.2.1 --name \"Shop\"\n")
      // About another From domain it is another decision, and the same again is none.
      #expect(
        try run(folder, "approve", "192.0.2.1", "--domain", "example.com").diagnostics.isEmpty)
      #expect(try run(folder, "block", "192.0.2.1").diagnostics.isEmpty)
      #expect(
        try run(folder, "list", "--lines").text
          == "block 192.0.2.1 --name \"Shop\"\napprove 192.0.2.1 --domain example.com\n")
    }
  }

  @Test func whatIsShownOfASenderNamesItsWindow() throws {
    let outcome = try Program.dmarcReport.run([
      "source", "show", "192.0.2.10", "--until", "latest", "--days", "10", "--database",
      try ImportedMailbox.samples.get().database,
    ])
    #expect(outcome.text.hasPrefix("192.0.2.10\nWindow            2026-10-22 to 2026-10-31\n"))
  }
}
