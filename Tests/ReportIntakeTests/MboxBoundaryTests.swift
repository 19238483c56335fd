import Foundation
import ReportIntake
import Testing

/// Where in an mbox a mail begins: in front of a header, however the separator is written.
@Suite struct MboxBoundaryTests {
  private static func mails(_ count: Int, separator: String, between: String = "\n") -> String {
    (1...count).map { number in
      separator + "\n" + String(decoding: plainMail(report("\(number)")), as: UTF8.self)
    }.joined(separator: between)
  }

  private func isSplit(_ text: String, into count: Int) throws {
    let outcome = try read(Data(text.utf8))
    #expect(outcome.reports.count == count, "\(text.prefix(300))")
    #expect(outcome.refusals == [] && outcome.setAside == [])
  }

  @Test(arguments: [
    "From ", "From", "From - Mon Nov 23 09:15:00 2026", "From - ", "From a@example.com",
    "From a@example.com Mon Nov 23 09:15:00 2026", "From a@example.com Mon Nov 23 2026",
    "From a@example.com 2026-11-23T09:15:00Z", "From MAILER-DAEMON Mon Nov  2 00:00:00 2026",
    "From a b@example.com Mon Nov 23 09:15:00 +0100 2026", "From ???@??? Mon Nov 23 09:15:00 2026",
  ])
  func theSeparatorMayBeWrittenInManyWays(separator: String) throws {
    // The bare word has its blank everywhere.
    let separator = separator == "From" ? "From " : separator
    for between in ["\n", "\n\n\n", ""] {
      try isSplit(Self.mails(3, separator: separator, between: between), into: 3)
    }
  }

  @Test func aMarkAndEmptyLinesMayStandBeforeTheFirst() throws {
    let mails = Self.mails(2, separator: "From ")
    for start in ["\u{feff}", "\n\n", "\r\n", "\u{feff}\n"] { try isSplit(start + mails, into: 2) }
  }

  @Test func lineEndsMayBeAnyKind() throws {
    for separator in ["From ", "From a@example.com Mon Nov 23 09:15:00 2026"] {
      let mails = Self.mails(3, separator: separator)
      for end in ["\r\n", "\r\r\n"] {
        try isSplit(mails.replacing("\n", with: end), into: 3)
      }
    }
  }

  @Test func fieldsOfMozillaAndAQuotedSeparatorMayComeFirst() throws {
    for line in [
      "X-Mozilla-Status: 0001\nX-Mozilla-Keys:   ", ">From a@example.com Mon Nov 23 09:15:00 2026",
    ] {
      try isSplit(Self.mails(2, separator: "From \n\(line)"), into: 2)
    }
  }

  @Test func proseThatBeginsWithFromSplitsNothing() throws {
    let lines = [
      "From Monday 23 Nov 2026 09:15 on", "From Mon Nov 23 09:15:00 2026 on we are closed.",
      "From ", "From here:", "From a@example.com I hear", "From - nothing", ">From me",
      "From a@example.com Mon Nov 23 09:15:00 2026", "From now on\nNote: nobody is here.",
      "From now on\nhttp://www.example.com", "From a\nFrom b\nFrom c",
    ]
    for line in lines {
      let part = "\(line)\nthe office is closed.\n\n\(line)\n\n\(line)"
      let body = String(
        decoding: mail(text(part), attachment(gzip(report("1")), "application/gzip", "r.gz")),
        as: UTF8.self)
      let box = "From a@example.com Mon Nov 23 09:15:00 2026\n\(body)\n"
      try isSplit(box + box.replacing("report_id>1<", with: "report_id>2<"), into: 2)
    }
  }

  @Test func aBrokenLineInAHeaderHidesNoMail() throws {
    let separator = "From a@example.com Mon Nov 23 09:15:00 2026"
    for line in ["no field", "X Filter: a", ">From a Mon Nov 23 09:15:00 2026"] {
      try isSplit(Self.mails(3, separator: "\(separator)\n\(line)"), into: 3)
    }
  }

  @Test func manyMailsWithHostileLinesAreEachReadOnce() throws {
    let hostile = [
      "From ", "From x", "From x@y Mon Nov 23", "From: a", "From  \nx: y", "From a@b\n\nFrom c",
      "\nFrom Mon Jan  1 00:00:00 2026\n\nFrom \n", "From - Mon Nov 23 09:15:00 2026\nreally",
    ]
    var box = ""
    for number in 0..<2000 {
      let body = text(hostile[number % hostile.count] + "\nend of it")
      let content = attachment(gzip(report("\(number)")), "application/gzip", "r.gz")
      box += "From a@example.com Mon Nov 23 09:15:00 2026\n"
      box += String(decoding: mail(body, content), as: UTF8.self) + "\n"
    }
    let outcome = try read(Data(box.utf8))
    #expect(outcome.reports == (0..<2000).map { report("\($0)") })
  }

  @Test func aFileThatOnlyBeginsWithFromIsNoMbox() throws {
    try TemporaryDirectory.with { directory in
      for text in [
        "From here to there\n", "From \n\nbody\n", "From a@b Mon Nov 23 09:15:00 2026\n",
      ] {
        let path = try directory.write(Data(text.utf8), "x")
        let inbox = try Inbox(path: path)
        #expect(inbox.kind == .file)
      }
    }
  }
}
