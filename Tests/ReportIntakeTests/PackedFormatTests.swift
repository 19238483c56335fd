import Foundation
import ReportIntake
import Testing

/// zstd, lz4, bzip2 and xz, as mail stores and archives of lists have them.
@Suite struct PackedFormatTests {
  private static let long =
    "<feedback>" + (0..<30_000).map { "<record>\($0)</record>" }.joined() + "</feedback>"

  @Test(arguments: PackedFormat.allCases) func whatIsPackedIsRead(format: PackedFormat) throws {
    for text in [report("1"), Self.long] {
      #expect(try read(packed(Data(text.utf8), format)) == Outcome(reports: [text], names: [""]))
    }
  }

  @Test(arguments: PackedFormat.allCases) func aMaildirOfPackedMailIsRead(format: PackedFormat)
    throws
  {
    try TemporaryDirectory.with { directory in
      let box = try directory.maildir()
      let content = mail(attachment(gzip(report("1")), "application/gzip", "r.gz"))
      try directory.write(packed(content, format), "Maildir/cur/1.M1P1.mx,S=1234,W=1260:2,SZ")
      #expect(try readAll(Inbox(path: box).items()).reports == [report("1")])
    }
  }

  @Test(arguments: PackedFormat.allCases) func whatBreaksOffIsSaid(format: PackedFormat) throws {
    let whole = packed(Data(report("1").utf8), format)
    for length in [whole.count - 1, whole.count / 2] {
      let outcome = try read(whole.prefix(length))
      let errors = outcome.errors + outcome.broken
      #expect(errors == [.truncated(format)], "\(length) of \(whole.count)")
    }
  }

  @Test(arguments: PackedFormat.allCases) func whatIsDamagedIsSaid(format: PackedFormat) throws {
    var whole = packed(Data(Self.long.utf8), format)
    for index in stride(from: 40, to: whole.count - 20, by: 7) { whole[index] ^= 0x5a }
    let outcome = try read(whole)
    let error = try #require((outcome.errors + outcome.broken).first)
    if case .corrupt(format, _) = error { return }
    #expect(error == .truncated(format))
  }

  @Test(arguments: [PackedFormat.zstd, .lz4, .bzip2, .xz])
  func membersAreOneContentAndWhatStandsBehindIsIgnored(format: PackedFormat) throws {
    let members = packed(Data("<feedback>".utf8), format) + packed(Data("</feedback>".utf8), format)
    for trailing in ["", "\n", "\r\n\0\0", "something else"] {
      let outcome = try read(members + Data(trailing.utf8))
      #expect(outcome.reports == ["<feedback></feedback>"], "\(trailing.debugDescription)")
    }
  }

  @Test(arguments: PackedFormat.allCases) func aBombIsRefused(format: PackedFormat) throws {
    var limits = IntakeLimits()
    limits.unpackedBytes = 100_000
    let bomb = packed(Data(("<feedback>" + String(repeating: " ", count: 1 << 20)).utf8), format)
    let outcome = try read(bomb, limits: limits)
    #expect(
      outcome.errors + outcome.broken == [.limitExceeded(.unpackedBytes, value: 100_000)])
  }

  @Test func whatIsNoMailInAMaildirIsSaidByName() throws {
    let contents: [(Data, ForeignContent)] = [
      (Data("CRYPTED".utf8) + [3, 7, 2, 0, 0], .encrypted),
      (Data("Salted__12345678".utf8), .encrypted),
      (Data("-----BEGIN PGP MESSAGE-----\n\nabc\n".utf8), .encrypted),
      (Data([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]), .sevenZip),
      (Data([1, 2, 3, 0, 200]), .binary),
      (Data([0x1f, 0x9d, 0x90, 1]), .compress), (Data("just some text\n".utf8), .plainText),
    ]
    for (content, what) in contents {
      try TemporaryDirectory.with { directory in
        let box = try directory.maildir()
        try directory.write(content, "Maildir/new/1.mx")
        #expect(try readAll(Inbox(path: box).items()).errors == [.notAReport(what)])
      }
    }
  }

  @Test func mailWithSpoiltLineEndsIsRead() throws {
    let whole = String(
      decoding: mail(text("hi"), attachment(gzip(report("1")), "application/gzip", "r.gz")),
      as: UTF8.self)
    for end in ["\r", "\r\r\n", "\r\n"] {
      let spoilt = Data(whole.replacing("\n", with: end).utf8)
      #expect(try read(spoilt).reports == [report("1")], "\(end.debugDescription)")
      try TemporaryDirectory.with { directory in
        let box = try directory.maildir()
        try directory.write(spoilt, "Maildir/cur/1.mx:2,S")
        #expect(try readAll(Inbox(path: box).items()).reports == [report("1")])
      }
    }
  }
}
