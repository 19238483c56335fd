import Foundation
import Testing

@testable import ReportIntake

/// Limits are enforced while streaming; what sizes say of themselves is not believed.
@Suite struct LimitTests {
  private func limits(_ change: (inout IntakeLimits) -> Void) -> IntakeLimits {
    var limits = IntakeLimits()
    change(&limits)
    return limits
  }

  private let bomb = Data("<feedback>".utf8) + Data(count: 8 << 20)

  @Test func aBombStopsAtTheLimit() throws {
    let small = limits { $0.unpackedBytes = 1 << 20 }
    let error = IntakeError.limitExceeded(.unpackedBytes, value: 1 << 20)
    let packed = [
      gzip(bomb), gzip(gzip(bomb)), zip(ZipMember("r", bomb)), zip(ZipMember("r", gzip(bomb))),
      mail(attachment(gzip(bomb), "application/gzip", "r.gz")), bomb,
    ]
    for input in packed { #expect(try read(input, limits: small).broken == [error]) }
  }

  @Test func aMemberThatLiesAboutItsSizeStopsAtTheLimit() throws {
    var member = ZipMember("r", bomb)
    member.declaredSize = 10
    let outcome = try read(zip(member), limits: limits { $0.unpackedBytes = 1 << 20 })
    #expect(outcome.reports.isEmpty)
    #expect(outcome.broken.count + outcome.refusals.count == 1)
  }

  @Test func manyReportsOfOneMailShareALimit() throws {
    let small = limits { $0.unpackedBytesPerMail = 20 << 20 }
    let members = (0..<4).map { ZipMember("\($0)", bomb) }
    let outcome = try read(zip(members), limits: small)
    #expect(outcome.reports.count == 2)
    let error = IntakeError.limitExceeded(.unpackedBytesPerMail, value: 20 << 20)
    #expect(outcome.broken + outcome.errors == [error, error])
  }

  @Test func aSecondReadingDoesNotCountTwice() throws {
    try TemporaryDirectory.with { directory in
      let path = try directory.write(gzip(gzip(bomb)), "r")
      let small = limits { $0.unpackedBytesPerMail = 9 << 20 }
      let item = try Inbox(path: path).items()[0]
      _ = try ItemReader(limits: small).read(item) { (payload) throws in
        for _ in 0..<3 {
          #expect(try text(of: payload).utf8.count == bomb.count)
          try payload.rewind()
        }
      }
    }
  }

  @Test func anArchiveWithTooManyMembersIsRefused() throws {
    let members = (0..<11).map { ZipMember("\($0)", report("\($0)")) }
    let outcome = try read(zip(members), limits: limits { $0.archiveMembers = 10 })
    #expect(
      outcome
        == Outcome(
          refusals: [
            Refusal(name: "", error: .limitExceeded(.archiveMembers, value: 10))
          ]))
  }

  @Test func archivesInAnArchiveShareALimitOfMembers() throws {
    let inner = zip((0..<4).map { ZipMember("\($0)", report("\($0)")) })
    let outcome = try read(
      zip(ZipMember("a.zip", inner), ZipMember("b.zip", inner)),
      limits: limits { $0.archiveMembers = 8 })
    #expect(outcome.reports == (0..<4).map { report("\($0)") })
    #expect(
      outcome.refusals
        == [Refusal(name: "b.zip", error: .limitExceeded(.archiveMembers, value: 8))])
  }

  @Test func anArchiveBehindAProgramHasTheSameLimit() throws {
    let members = (0..<11).map { ZipMember("\($0)", report("\($0)")) }
    let input = Data("MZ\u{1}\u{2}a program".utf8) + zip(members)
    #expect(try read(input, limits: limits { $0.archiveMembers = 11 }).reports.count == 11)
    #expect(
      try read(input, limits: limits { $0.archiveMembers = 10 }).errors
        == [.limitExceeded(.archiveMembers, value: 10)])
  }

  /// The count at the end of an archive may be a lie, and libzip reads the directory at once.
  @Test func anArchiveThatHidesItsMembersIsRefusedUnopened() throws {
    var input = zip((0..<40).map { ZipMember("\($0)", report("\($0)")) })
    for offset in [input.count - 14, input.count - 12] { input[offset] = 1 }
    #expect(
      try read(input, limits: limits { $0.archiveMembers = 30 }).errors
        == [.limitExceeded(.archiveMembers, value: 30)])
  }

  @Test func containersNestToALimit() throws {
    var input = Data(report("1").utf8)
    for _ in 0..<4 { input = gzip(input) }
    #expect(try read(input).reports == [report("1")])
    #expect(try read(gzip(input)).errors == [.limitExceeded(.containerDepth, value: 4)])
  }

  @Test func aMailThatIsTooLargeIsRefused() throws {
    let input = plainMail(String(repeating: "text\n", count: 1000))
    #expect(
      try read(input, limits: limits { $0.mailBytes = 1000 }).errors
        == [.limitExceeded(.mailBytes, value: 1000)])
  }

  /// Each would cost a parser some hundred bytes of memory for each of its own.
  private static let manyFields: [String: String] = {
    let part = "Content-Type: multipart/mixed; boundary=b\n\n--b\n"
    let fields = String(repeating: "X: y\n", count: 60_000)
    let long = "X: " + String(repeating: "y", count: (1 << 18) - 500) + "\n"
    return [
      "in a part": part + fields, "with odd names": part + "<x>: y\n" + fields,
      "behind a line that is none": part + "nothing\n" + fields,
      "as parameters": part + "Content-Type: text/plain" + String(repeating: ";a=", count: 90_000),
      "as addresses": part + "Content-Type: message/rfc822\n\nTo: a@b"
        + String(repeating: ",a@b", count: 70_000),
      "behind a type that never ends": part + "Content-Type: "
        + String(repeating: " ", count: 300_000) + "message/rfc822\n\n" + fields,
      "of an attached mail": part + "Content-Type: message/rfc822\n\n" + fields,
      "of an attached mail that hides": part
        + "Content-Type:\n (a mail) message\n (of old) /rfc822\n\n" + fields,
      "of a digest": "Content-Type: multipart/digest; boundary=b\n\n--b\n\n" + fields,
      "behind long ones": part + String(repeating: long, count: 10) + fields,
    ]
  }()

  @Test(arguments: manyFields.keys.sorted(), [Int.max, 0])
  func aMailHasAFewFields(where place: String, largeMailBytes: Int) throws {
    let content = try #require(Self.manyFields[place])
    let reader = ItemReader(
      limits: limits { $0.headerFields = 5000 }, largeMailBytes: largeMailBytes,
      largePartBytes: 1 << 20)
    try TemporaryDirectory.with { directory in
      let mail = Data(("From: a@example.org\n" + content + "\nhello\n--b--\n").utf8)
      let items = try Inbox(path: directory.write(mail, "mail.eml")).items()
      #expect(
        readAll(items, by: reader).errors == [.limitExceeded(.headerFields, value: 5000)])
    }
  }

  @Test(arguments: [Int.max, 0]) func aMailIsNotMadeOfBoundaries(largeMailBytes: Int) throws {
    let parts = String(repeating: "--b\n\na\n", count: 40_000)
    let mail = plainMail(fields: "Content-Type: multipart/mixed; boundary=b\n", parts)
    let reader = ItemReader(
      limits: limits { $0.mimeParts = 1000 }, largeMailBytes: largeMailBytes,
      largePartBytes: 1 << 20)
    try TemporaryDirectory.with { directory in
      let items = try Inbox(path: directory.write(mail, "mail.eml")).items()
      #expect(readAll(items, by: reader).errors == [.limitExceeded(.mimeParts, value: 1000)])
    }
  }

  /// Lines of a report may look like fields, and no empty line ends them.
  @Test(arguments: [Int.max, 0]) func aReportIsNoHeader(largeMailBytes: Int) throws {
    let addresses = String(repeating: "<source_ip>2001:db8::1</source_ip>\n", count: 20_000)
    let xml = report("1").replacingOccurrences(of: "</feedback>", with: addresses + "</feedback>")
    let reader = ItemReader(
      limits: limits { $0.headerFields = 20 }, largeMailBytes: largeMailBytes,
      largePartBytes: 1 << 20)
    try TemporaryDirectory.with { directory in
      let mail = mail("Content-Type: application/xml\n\n" + xml)
      let items = try Inbox(path: directory.write(mail, "mail.eml")).items()
      #expect(readAll(items, by: reader).reports == [xml])
    }
  }

  @Test func attachedMailsNestToALimit() throws {
    var input = mail(attachment(gzip(report("1")), "application/gzip", "r.gz"))
    for _ in 0..<8 { input = forwarded(input) }
    #expect(try read(input).reports == [report("1")])
    #expect(try read(forwarded(input)).errors == [.limitExceeded(.messageDepth, value: 8)])
  }

  private func forwarded(_ message: Data) -> Data {
    plainMail(
      subject: "Fwd", fields: "Content-Type: message/rfc822\n",
      String(decoding: message, as: UTF8.self))
  }

  @Test func partsAreCounted() throws {
    let parts = (0..<30).map { _ in text("hello") }.joined(separator: "\n--b\n")
    #expect(
      try read(mail(parts), limits: limits { $0.mimeParts = 20 }).errors
        == [.limitExceeded(.mimeParts, value: 20)])
  }

  @Test func deeplyNestedPartsDoNotExhaustTheStack() async throws {
    let depth = 20_000
    let body = (0..<depth)
      .map { "Content-Type: multipart/mixed; boundary=\"b\($0)\"\n\n--b\($0)\n" }.joined()
    let input = Data("From: a@example.com\nSubject: deep\n\(body)".utf8)
    let thread = Task.detached { try read(input) }
    #expect(try await thread.value.reports.isEmpty)
  }
}
