import Foundation
import ReportIntake
import Testing

/// What a thing is, is decided by its bytes.
@Suite struct ContainerTests {
  @Test func aBareXMLFileIsOneReport() throws {
    #expect(try read(Data(report("1").utf8)) == Outcome(reports: [report("1")], names: [""]))
  }

  @Test func aMarkWhiteSpaceOrUTF16BeforeTheDocumentDoesNotHideIt() throws {
    let inputs = [
      Data([0xef, 0xbb, 0xbf]) + Data(report("1").utf8),
      Data("\r\n \n<feedback/>".utf8),
      Data([0xff, 0xfe]) + "<feedback/>".data(using: .utf16LittleEndian)!,
      Data([0xfe, 0xff]) + "<feedback/>".data(using: .utf16BigEndian)!,
      "<?xml version=\"1.0\"?><feedback/>".data(using: .utf16LittleEndian)!,
      Data("junk line\n<?xml version=\"1.0\"?><feedback/>".utf8),
    ]
    for input in inputs { #expect(try read(input).names == [""]) }
  }

  @Test func gzipZlibAndZipAreUnpacked() throws {
    #expect(try read(gzip(report("1"))).reports == [report("1")])
    #expect(try read(zlib(report("2"))).reports == [report("2")])
    #expect(
      try read(zip(ZipMember("a/b.xml", report("3"))))
        == Outcome(reports: [report("3")], names: ["a/b.xml"]))
  }

  @Test func containersInContainersAreUnpacked() throws {
    #expect(try read(gzip(gzip(report("1")))).reports == [report("1")])
    #expect(try read(zip(ZipMember("r.gz", gzip(report("2"))))).reports == [report("2")])
    #expect(
      try read(gzip(zip(ZipMember("in.zip", zip(ZipMember("r.xml", report("3")))))))
        == Outcome(reports: [report("3")], names: ["in.zip: r.xml"]))
  }

  @Test func base64TextOfAContainerIsDecoded() throws {
    for packed in [gzip(report("1")), zip(ZipMember("r", report("1"))), zlib(report("1"))] {
      #expect(try read(Data(base64(packed).utf8)).reports == [report("1")])
    }
  }

  // RFC 1952 2.2
  @Test func allMembersOfAGzipFileAreOneContent() throws {
    #expect(try read(gzip("<feedback>") + gzip("</feedback>")).reports == ["<feedback></feedback>"])
  }

  @Test func bytesBehindAGzipStreamAreIgnoredAndToldOf() throws {
    for trailing in ["\r\n", "\u{0}\u{0}\u{0}", "\u{1f}", "more"] {
      try TemporaryDirectory.with { directory in
        let path = try directory.write(gzip(report("1")) + Data(trailing.utf8), "r")
        let items = try Inbox(path: path).items()
        var told: [Bool] = []
        _ = try ItemReader().read(items[0]) { (payload) throws in
          #expect(try text(of: payload) == report("1"))
          told.append(payload.hasTrailingBytes)
        }
        #expect(told == [true])
      }
    }
  }

  @Test func aPayloadCanBeReadASecondTime() throws {
    let long = "<feedback>" + String(repeating: "<record/>", count: 50_000) + "</feedback>"
    let inputs = [
      Data(long.utf8), gzip(long), gzip(gzip(long)), zip(ZipMember("r.xml", long)),
      mail(attachment(gzip(long), "application/gzip", "r.gz")),
    ]
    for input in inputs {
      try TemporaryDirectory.with { directory in
        let items = try Inbox(path: directory.write(input, "r")).items()
        let result = try ItemReader().read(items[0]) { (payload) throws in
          _ = try payload.next()
          try payload.rewind()
          #expect(try text(of: payload) == long)
          try payload.rewind()
          #expect(try text(of: payload) == long)
        }
        #expect(result.payloads == 1)
      }
    }
  }

  @Test func noPieceIsLongerThan64KiB() throws {
    try TemporaryDirectory.with { directory in
      let long = Data(("<feedback>" + String(repeating: " ", count: 300_000)).utf8)
      try directory.write(long, "a")
      try directory.write(gzip(long), "b")
      try directory.write(zip(ZipMember("c.xml", long)), "c")
      for item in try Inbox(path: directory.path).items() {
        var sizes: [Int] = []
        _ = try ItemReader().read(item) { (payload) throws in
          while let piece = try payload.next() { sizes.append(piece.count) }
        }
        #expect(sizes.reduce(0, +) == long.count)
        #expect(sizes.allSatisfy { (1...65536).contains($0) })
      }
    }
  }
}
