import TestSupport
import Testing

/// The words that answers use are explained.
@Suite struct WordsTests {
  @Test func helpExplainsThemToo() throws {
    let help = try Program.dmarcReport.run(["help", "words"])
    #expect(help.status == 0)
    let words = try CSVText(Program.dmarcReport.run(["words", "--format", "csv"]).text)
    #expect(words.rows.count > 25)
    for word in words.column("word") { #expect(help.text.contains("\(word): "), "\(word)") }
  }

  @Test func everyVerdictIsAmongThem() throws {
    let words = try CSVText(Program.dmarcReport.run(["words", "--format", "csv"]).text)
    for verdict in ["ready", "ask", "fix", "wait", "parked", "enforced", "alarm"] {
      #expect(words.column("word").contains(verdict))
    }
  }

  @Test func oneCanBeAskedFor() throws {
    let outcome = try Program.dmarcReport.run(["words", "PARK"])
    #expect(
      outcome.text == """
        parked  A verdict: the domain sends no mail and never did, so reject is safe at
                once.

        """)
    #expect(try Program.dmarcReport.run(["words", "zebra"]).status == 64)
  }
}
