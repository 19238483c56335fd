import Foundation
import ReportIntake
import Testing

/// What paths lead to.
@Suite struct FindingTests {
  private let message = mail(attachment(gzip(report("1")), "application/gzip", "r.gz"))
  private let separator = Data("From a@example.com Mon Mar  2 04:54:22 2026\n".utf8)

  @Test func aMaildirIsListedInTheOrderOfDelivery() throws {
    try TemporaryDirectory.with { directory in
      let path = try directory.maildir("box")
      for name in ["new/3.M1.mx", "cur/1.M1.mx:2,S", "cur/2.M1.mx:2,", "tmp/4.M1.mx", "new/.dot"] {
        try directory.write(message, "box/\(name)")
      }
      try directory.write(message, "box/.Archive/cur/5.M1.mx:2,")
      let inbox = try Inbox(path: path)
      #expect(inbox.kind == .maildir)
      let items = try inbox.items()
      #expect(items.map(\.identity) == ["1.M1.mx", "2.M1.mx", "3.M1.mx"])
      #expect(
        items.map(\.name)
          == ["cur/1.M1.mx:2,S", "cur/2.M1.mx:2,", "new/3.M1.mx"].map { "\(path)/\($0)" })
      #expect(readAll(items).reports.count == 3)
    }
  }

  @Test func messagesThatWereSeenAreCountedAndLeftOut() throws {
    try TemporaryDirectory.with { directory in
      let path = try directory.maildir("box")
      for name in ["new/1.mx", "cur/2.mx:2,S", "cur/3.mx:2,"] {
        try directory.write(message, "box/\(name)")
      }
      let items = try Inbox(path: path).items { Data($0) == Data("2.mx".utf8) }
      #expect(items.map(\.identity) == ["1.mx", "3.mx"])
      #expect(items.seen == 1)
    }
  }

  @Test func oddNamesSurvive() throws {
    try TemporaryDirectory.with { directory in
      let path = try directory.maildir("box")
      let odd: [UInt8] = Array("\(path)/new/1.a\nb%".utf8) + [0xff, 0]
      let descriptor = odd.withUnsafeBufferPointer { bytes in
        bytes.withMemoryRebound(to: CChar.self) { open($0.baseAddress!, O_CREAT | O_WRONLY, 0o600) }
      }
      #expect(message.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } > 0)
      close(descriptor)
      var asked: [String] = []
      let items = try Inbox(path: path).items {
        asked.append(String(decoding: $0, as: UTF8.self))
        return false
      }
      #expect(items.map(\.identity) == ["/1.a\nb%25%FF"])
      #expect(asked == ["/1.a\nb%25%FF"])
      #expect(readAll(items).reports == [report("1")])
      #expect(try items[0].perform(.delete) == .done)
      #expect(try directory.names("box/new").isEmpty)
    }
  }

  @Test func anMboxIsSplitAtItsSeparators() throws {
    try TemporaryDirectory.with { directory in
      let one = separator + plainMail(report("1")) + Data("\n".utf8)
      let two = separator + plainMail("text\n\nFrom here on, no separator.\n>From quoted\n\n")
      let path = try directory.write(one + two + one, "box")
      let inbox = try Inbox(path: path)
      #expect(inbox.kind == .mbox)
      let items = try inbox.items()
      #expect(items.map(\.name) == (1...3).map { "\(path): message \($0)" })
      #expect(readAll(items).reports.count == 2)
    }
  }

  @Test func aSeparatorAcrossTwoReadsIsFound() throws {
    try TemporaryDirectory.with { directory in
      for shift in [0, 1, 5, 30, 46] {
        let head = separator + Data("Subject: a\n\n".utf8)
        let fill = Data(repeating: 97, count: (1 << 20) - head.count - 2 - shift)
        let path = try directory.write(
          head + fill + Data("\n\n".utf8) + separator + plainMail(report("2")), "box")
        #expect(try Inbox(path: path).items().count == 2)
      }
    }
  }

  @Test func aDirectoryIsReadAllTheWayDown() throws {
    try TemporaryDirectory.with { directory in
      try directory.write(Data(report("1").utf8), "in/b/r.xml")
      try directory.write(gzip(report("2")), "in/a")
      try directory.write(Data(report("3").utf8), "in/.git/r.xml")
      try directory.write(Data(report("4").utf8), "in/.hidden.xml")
      _ = try directory.maildir("in/c")
      try directory.write(message, "in/c/new/1.mx")
      try directory.write(separator + plainMail(report("5")) + separator, "in/d")
      let inbox = try Inbox(path: "\(directory.path)/in")
      #expect(inbox.kind == .directory)
      let names = try inbox.items().map { $0.name.dropFirst(directory.path.count) }
      #expect(names == ["/in/.hidden.xml", "/in/a", "/in/b/r.xml", "/in/c/new/1.mx", "/in/d"])
      #expect(try readAll(inbox.items()).reports.count == 5)
    }
  }

  @Test func linksAreNotFollowed() throws {
    try TemporaryDirectory.with { directory in
      try directory.write(Data(report("1").utf8), "in/a/r.xml")
      try directory.write(Data(report("2").utf8), "out/r.xml")
      let manager = FileManager.default
      for (name, target) in [
        ("loop", ".."), ("outside", "../out"), ("nowhere", "gone"), ("twin.xml", "a/r.xml"),
      ] {
        try manager.createSymbolicLink(
          atPath: "\(directory.path)/in/\(name)", withDestinationPath: target)
      }
      let items = try Inbox(path: "\(directory.path)/in").items()
      #expect(items.map(\.name) == ["\(directory.path)/in/a/r.xml"])
      #expect(
        items.skipped
          == ["loop", "nowhere", "outside"].map {
            SkippedEntry(name: "\(directory.path)/in/\($0)", reason: .linkLeadsOutside)
          })
    }
  }

  @Test func aLinkGivenByTheUserIsFollowed() throws {
    try TemporaryDirectory.with { directory in
      try directory.write(Data(report("1").utf8), "r.xml")
      let link = "\(directory.path)/link"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "r.xml")
      let items = try Inbox(path: link).items()
      #expect(items.map(\.name) == [link])
      #expect(readAll(items).reports == [report("1")])
    }
  }

  @Test func anMboxBeginsWithItsFirstLineHoweverLong() throws {
    try TemporaryDirectory.with { directory in
      let line = "From a@b.example Thu Oct  1 09:15:00 2026" + String(repeating: " ", count: 1100)
      let box = try directory.write(Data("\(line)\nSubject: x\n\nhello\n".utf8), "box")
      #expect(try Inbox(path: box).items().count == 1)
    }
  }
}
