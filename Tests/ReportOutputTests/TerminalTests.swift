import ReportOutput
import Testing

struct TerminalTests {
  private func terminal(_ isTerminal: Bool, _ measured: Int?, _ variables: [String: String])
    -> Terminal
  {
    Terminal(isTerminal: isTerminal, measuredWidth: measured) { variables[$0] }
  }

  @Test func columnsOverrideWhatIsMeasured() {
    #expect(terminal(true, 120, [:]).width == 120)
    #expect(terminal(true, 120, ["COLUMNS": "60"]).width == 60)
    #expect(terminal(true, 120, ["COLUMNS": "wide"]).width == 120)
    #expect(terminal(true, 120, ["COLUMNS": "0"]).width == 120)
    #expect(terminal(true, nil, [:]).width == 80)
    #expect(terminal(true, 0, [:]).width == 80)
  }

  @Test func aPipeHasEightyCellsUnlessAsked() {
    #expect(terminal(false, nil, [:]).width == 80)
    #expect(terminal(false, 120, [:]).width == 80)
    #expect(terminal(false, nil, ["COLUMNS": "600"]).width == 600)
  }

  @Test(arguments: [
    ([:], true), (["LANG": "C"], true), (["LANG": "de_DE.ISO-8859-15"], true),
    (["LANG": "de_DE.UTF-8"], false), (["LC_ALL": "C.utf8"], false),
    (["LC_ALL": "C", "LANG": "de_DE.UTF-8"], true),
    (["LC_ALL": "", "LC_CTYPE": "en_US.UTF-8", "LANG": "C"], false),
  ])
  func theLocaleSaysWhatCanBeShown(variables: [String: String], isASCII: Bool) {
    #expect(terminal(true, 80, variables).isASCII == isASCII)
  }

  @Test func colourNeedsATerminalThatWantsIt() {
    #expect(terminal(true, 80, ["TERM": "xterm"]).allowsColor)
    #expect(terminal(true, 80, ["TERM": "xterm", "NO_COLOR": ""]).allowsColor)
    #expect(!terminal(true, 80, ["TERM": "xterm", "NO_COLOR": "1"]).allowsColor)
    #expect(!terminal(true, 80, ["TERM": "dumb"]).allowsColor)
    #expect(!terminal(true, 80, [:]).allowsColor)
    #expect(!terminal(false, 80, ["TERM": "xterm"]).allowsColor)
  }
}
