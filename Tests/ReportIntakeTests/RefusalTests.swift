import Foundation
import ReportIntake
import Testing

/// A file that is no report is refused, and told what it is.
@Suite struct RefusalTests {
  @Test(arguments: [
    (Data(), IntakeError.emptyFile),
    (Data("\n \n".utf8), .emptyFile),
    (Data("unused\n".utf8), .notAReport(.unused)),
    (Data("just a text\n".utf8), .notAReport(.plainText)),
    (Data([0, 1, 2, 3]), .notAReport(.binary)),
    (Data([0x89, 0x50, 0x4e, 0x47, 13, 10]), .notAReport(.png)),
    (Data("%PDF-1.7".utf8), .notAReport(.pdf)),
    (Data([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]), .truncated(.xz)),
    (Data("BZh91AY".utf8), .truncated(.bzip2)),
    (Data([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), .notAReport(.sevenZip)),
    (Data([0xd0, 0xcf, 0x11, 0xe0]), .notAReport(.ole)),
    (Data("<!DOCTYPE html><html></html>".utf8), .notAReport(.html)),
    (Data("<HTML><body/></HTML>".utf8), .notAReport(.html)),
    (Data("{\"a\": 1}".utf8), .notAReport(.json)),
    (Data("x\u{5e} is no zlib".utf8), .notAReport(.plainText)),
  ])
  func aForeignFileIsNamed(input: Data, error: IntakeError) throws {
    #expect(try read(input) == Outcome(refusals: [Refusal(name: "", error: error)]))
  }

  @Test func packedForeignContentIsNamedToo() throws {
    #expect(try read(gzip("unused")).errors == [.notAReport(.unused)])
    #expect(try read(gzip("")).errors == [.notAReport(.nothing)])
  }

  @Test func aCutGzipStreamIsTruncated() throws {
    let whole = gzip(report("1"))
    for length in [3, 12, whole.count - 9, whole.count - 1] {
      #expect(try read(whole.prefix(length)).errors == [.truncatedGzip])
    }
  }

  @Test func aGzipStreamThatBreaksOffLateIsThePayloadsError() throws {
    let random = (0..<200_000).map { _ in UInt8.random(in: 32...126) }
    let whole = gzip(Data("<feedback>".utf8) + random)
    #expect(try read(whole.prefix(whole.count - 20)).broken == [.truncatedGzip])
  }

  @Test func aWrongChecksumIsCorrupt() throws {
    var input = gzip(report("1"))
    input[input.count - 6] ^= 1
    #expect(try read(input).errors == [.corruptGzip(detail: "incorrect data check")])
  }

  @Test func aPathWithNothingIsNotFound() {
    #expect(throws: IntakeError.notFound) { try Inbox(path: "/nonexistent/path") }
  }

  @Test func aFIFOIsNoFileAndDoesNotBlock() throws {
    try TemporaryDirectory.with { directory in
      #expect(mkfifo("\(directory.path)/fifo", 0o600) == 0)
      #expect(throws: IntakeError.notRegular) { try Inbox(path: "\(directory.path)/fifo") }
      let list = try Inbox(path: directory.path).items()
      #expect(list.isEmpty)
      #expect(list.skipped.map(\.reason) == [.notRegular])
    }
  }
}
