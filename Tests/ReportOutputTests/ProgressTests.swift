import Synchronization
import Testing

@testable import ReportOutput

/// What was written, and the time.
private final class Screen: Sendable {
  let text = Mutex("")
  let time = Mutex(Duration.zero)

  var shown: String { text.withLock { $0 } }

  func write(_ more: String) { text.withLock { $0 += more } }

  func wait(_ milliseconds: Int) { time.withLock { $0 += .milliseconds(milliseconds) } }

  func bar(total: Int64?, isTerminal: Bool = true) -> ProgressBar {
    ProgressBar(
      unit: "mails", total: total,
      terminal: Terminal(isTerminal: isTerminal, measuredWidth: 80) { _ in nil },
      now: { self.time.withLock { $0 } }, write: { self.write($0) })
  }
}

struct ProgressTests {
  private func line(_ done: Int64, _ total: Int64?, _ seconds: Int64, width: Int = 79) -> String {
    ProgressLine.text(
      done: done, total: total, unit: "mails", elapsed: .seconds(seconds), width: width)
  }

  @Test func theLineTellsHowFarAndHowLong() {
    #expect(
      line(12345, 20000, 4)
        == "[############        ] 12,345/20,000 mails  3,086/s  0:03 left")
    #expect(line(20000, 20000, 4) == "[####################] 20,000/20,000 mails  5,000/s")
    #expect(line(0, 20000, 0) == "[                    ] 0/20,000 mails")
    #expect(line(10, 72_000, 1) == "[                    ] 10/72,000 mails  10/s  1:59:59 left")
    #expect(line(500, nil, 2) == "500 mails  250/s")
  }

  @Test func aNarrowTerminalShowsLess() {
    #expect(line(12345, 20000, 4, width: 50) == "12,345/20,000 mails  3,086/s  0:03 left")
    #expect(line(12345, 20000, 4, width: 35) == "12,345/20,000 mails  0:03 left")
    #expect(line(12345, 20000, 4, width: 20) == "12,345/20,000 mails")
    #expect(line(12345, 20000, 4, width: 10) == "12,345/20…")
    #expect(line(12345, 20000, 4, width: -1) == "")
  }

  @Test func numbersThatMakeNoSenseDoNoHarm() {
    #expect(line(30, 20, 1) == "[####################] 30/20 mails  30/s")
    #expect(line(-5, 20, 1) == "[                    ] -5/20 mails")
    #expect(line(5, 0, 1) == "[####################] 5/0 mails  5/s".replacing("#", with: " "))
    #expect(
      line(.max, .min, 1) == "9,223,372,036,854,775,807/-9,223,372,036,854,775,808 mails")
  }

  @Test func theBarIsDrawnTenTimesASecondAtMost() {
    let screen = Screen()
    let bar = screen.bar(total: nil)
    for done in 1...30 {
      screen.wait(10)
      bar.update(done: Int64(done))
    }
    let erase = "\r\u{1B}[K"
    #expect(
      screen.shown
        == "\(erase)10 mails  100/s\(erase)20 mails  100/s\(erase)30 mails  100/s")
  }

  @Test func theBarIsGoneAtTheEnd() {
    let screen = Screen()
    do {
      let bar = screen.bar(total: 2)
      screen.wait(1000)
      bar.update(done: 1)
    }
    #expect(
      screen.shown
        == "\r\u{1B}[K[##########          ] 1/2 mails  1/s  0:01 left\r\u{1B}[K")
  }

  @Test func nothingIsDrawnWhereNobodyLooks() {
    let screen = Screen()
    let bar = screen.bar(total: 2, isTerminal: false)
    screen.wait(1000)
    bar.update(done: 1)
    bar.clear()
    #expect(screen.shown == "")
  }

  @Test func aWarningTakesTheBarOffTheScreenFirst() {
    let screen = Screen()
    let bar = screen.bar(total: nil)
    screen.wait(1000)
    bar.update(done: 1)
    Diagnostics(style: TextStyle(), progress: bar) { screen.write($0) }.warning(
      "bad.xml", why: "empty")
    #expect(screen.shown == "\r\u{1B}[K1 mails  1/s\r\u{1B}[Kwarning: bad.xml: empty\n")
  }
}

struct DiagnosticsTests {
  private func text(color: Bool = false, _ work: (Diagnostics) -> Void) -> String {
    let screen = Screen()
    work(Diagnostics(style: TextStyle(color: color)) { screen.write($0) })
    return screen.shown
  }

  @Test func anErrorNamesWhatAndWhyAndTheRemedy() {
    #expect(
      text { $0.error("mail/new", why: "no such folder", hint: "make it first") }
        == "error: mail/new: no such folder\nhint: make it first\n")
    #expect(text { $0.note("3 mails skipped") } == "note: 3 mails skipped\n")
  }

  @Test func namesFromOutsideAreMadeSafe() {
    #expect(
      text { $0.warning("a\u{1B}[2J\nerror: x", why: "\u{202E}") }
        == "warning: a\\u{1B}[2J\\u{0A}error: x: \\u{202E}\n")
  }

  @Test func onlyTheLabelIsColoured() {
    #expect(
      text(color: true) { $0.error("x", hint: "y") }
        == "\u{1B}[31merror:\u{1B}[0m x\n\u{1B}[36mhint:\u{1B}[0m y\n")
  }

  @Test func aClosedPipeIsWorthNoWord() {
    #expect(OutputError.closedPipe.diagnostic == nil)
    #expect(
      OutputError.cannotWrite(path: "out.csv", code: 28).diagnostic
        == Diagnostic(
          .error, "cannot write to out.csv", why: "No space left on device",
          hint: "free some space, or write to another disk"))
  }
}
