import DMARC
import ReportOutput
import Testing

struct TableTests {
  private let two = TableData(
    columns: [.text("name", "Name", elision: .middle), .count("n", "N"), .text("org", "Org")],
    rows: [
      [.text("mail.customers.example.com"), .count(1_000_000), .text("Example Organisation")],
      [.text("example.net"), .count(-5), .text("Short")],
    ])

  @Test func theWidestTextGivesWayFirst() {
    #expect(
      two.text(width: 50) == """
        Name                        N  Org
        ──────────────────  ─────────  ───────────────────
        mail.cust…mple.com  1,000,000  Example Organisati…
        example.net                -5  Short

        """)
  }

  @Test func whatIsCopiedHasALineOfItsOwnWhereItIsLongerThanItsColumn() {
    let table = TableData(
      columns: [
        .text("source", "Source", elision: .never), .count("n", "N"), .text("org", "Org"),
      ],
      rows: [
        [.text("2001:db8:d4a7:a:1111:2222:3333:4444"), .count(1_000_000), .text("Example")],
        [.text("192.0.2.1"), .count(-5), .text("Short")],
        [.text("2001:db8:d4a7:a:1111:2222:3333:4444"), .empty, .empty],
      ])
    #expect(
      table.text(width: 44) == """
        Source                            N  Org
        ────────────────────────  ─────────  ───────
        2001:db8:d4a7:a:1111:2222:3333:4444
                                  1,000,000  Example
        192.0.2.1                        -5  Short
        2001:db8:d4a7:a:1111:2222:3333:4444

        """)
  }

  @Test func onlyASCIIIsWrittenWhereThatIsAllThereIs() {
    let table = TableData(
      columns: [.text("name", "Name"), .text("org", "Grüße")],
      rows: [[.text("xn--mnchen-3ya.example"), .text("an organisation that is very long")]])
    #expect(
      table.text(width: 48, ascii: true) == """
        Name                    Gr\\u{FC}\\u{DF}e
        ----------------------  ------------------------
        xn--mnchen-3ya.example  an organisation that ...

        """)
  }

  @Test func wordsAreColouredByWhatTheySay() {
    let table = TableData(
      columns: [.text("met", "Met", tone: .words(["NO": .bad, "yes": .good]))],
      rows: [[.text("yes")], [.text("NO")], [.text("maybe")]])
    #expect(
      table.text(color: true)
        == "\u{1B}[1mMet\u{1B}[0m\n─────\n\u{1B}[32myes\u{1B}[0m\n\u{1B}[31mNO\u{1B}[0m\nmaybe\n")
  }

  @Test func withoutAWidthNoNameIsCut() {
    #expect(
      two.text() == """
        Name                                N  Org
        ──────────────────────────  ─────────  ────────────────────
        mail.customers.example.com  1,000,000  Example Organisation
        example.net                        -5  Short

        """)
  }

  @Test func aNameOfAStrangerDoesNotMakeATableEndless() {
    let long = String(repeating: "x", count: 100_000)
    let table = TableData(columns: [.text("a", "A")], rows: [[.text(long)]])
    #expect(
      table.text()
        == "A\n\(String(repeating: "─", count: 255))\n\(long.prefix(254))…\n")
  }

  @Test func aLongListIsCounted() {
    let names = (1...1008).map { "n\($0)" }
    let table = TableData(
      columns: [.list("a", "A")], rows: [[.list(names)], [.list(Array(names.prefix(8)))]])
    #expect(
      table.text() == """
        A
        ─────────────────────────────────────────────
        n1, n2, n3, n4, n5, n6, n7, n8 and 1,000 more
        n1, n2, n3, n4, n5, n6, n7, n8

        """)
  }

  @Test func textsKeepEightCellsAndNumbersAreNeverCut() {
    #expect(
      two.text(width: 10) == """
        Name              N  Org
        ────────  ─────────  ────────
        mail…com  1,000,000  Example…
        exam…net         -5  Short

        """)
  }

  @Test func wideAndCombiningLettersStayAligned() {
    let table = TableData(
      columns: [.text("a", "A"), .text("b", "B")],
      rows: [
        [.text("日本語"), .text("x")], [.text("e\u{301}te\u{301}"), .text("y")],
        [.text("📬"), .text("z")],
      ])
    #expect(
      table.text() == """
        A       B
        ──────  ─
        日本語  x
        e\u{301}te\u{301}     y
        📬      z

        """)
  }

  @Test func wideLettersAreCutWhole() {
    let table = TableData(columns: [.text("a", "A")], rows: [[.text("日本語日本語")]])
    #expect(table.text(width: 8) == "A\n────────\n日本語…\n")
  }

  @Test func coloursMarkWhatIsGoodAndBad() {
    let table = TableData(
      columns: [.text("a", "A"), .share("p", "P", tone: .good), .count("f", "F", tone: .bad)],
      rows: [[.text("x"), .share(0.5), .count(3)], [.text("y"), .share(0), .count(0)]])
    #expect(
      table.text(color: true) == """
        \u{1B}[1mA\u{1B}[0m       \u{1B}[1mP\u{1B}[0m  \u{1B}[1mF\u{1B}[0m
        ─  ──────  ─
        x  \u{1B}[32m50.0 %\u{1B}[0m  \u{1B}[31m3\u{1B}[0m
        y   0.0 %  0

        """)
  }

  @Test func nothingInATableSteersTheTerminal() {
    let table = TableData(
      columns: [.text("a", "A"), .list("b", "B")],
      rows: [[.text("\u{1B}[2Jx\ny"), .list(["\u{202E}moc", "\u{7}"])]])
    #expect(
      table.text() == """
        A                  B
        ─────────────────  ───────────────────
        \\u{1B}[2Jx\\u{0A}y  \\u{202E}moc, \\u{07}

        """)
  }

  @Test func linesDoNotEndInBlanks() {
    let table = TableData(
      columns: [.text("a", "A"), .text("b", "Long title")], rows: [[.text("x"), .empty]])
    #expect(table.text() == "A  Long title\n─  ──────────\nx\n")
  }
}
