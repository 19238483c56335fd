import Foundation
import ReportIntake
import Testing

/// Tar archives: their files are read, whatever else stands in them.
@Suite struct TarTests {
  private func file(_ name: String, _ text: String, type: Character = "0") -> Data {
    tarHeader(name, text.utf8.count, type: type) + padded(Data(text.utf8))
  }

  private let end = Data(count: 1024)

  @Test func filesAreReadAndFoldersAndLinksPassedOver() throws {
    let archive =
      file("reports/", "", type: "5") + file("one.xml", report("1"))
      + file("link", "", type: "2") + file("two.xml", report("2"), type: "7") + end
    let outcome = try read(archive)
    #expect(outcome.reports == [report("1"), report("2")])
    #expect(outcome.names == ["one.xml", "two.xml"])
    #expect(outcome.refusals == [])
  }

  @Test func longNamesAreThoseOfTheNextFile() throws {
    let long = String(repeating: "long/", count: 40) + "r.xml"
    let record = "path=\(long)\n"
    let pax = "\(record.utf8.count + 4) \(record)"
    for archive in [
      file("./PaxHeaders/r.xml", pax, type: "x") + file("r.xml", report("1")),
      file("././@LongLink", long + "\0", type: "L") + file("r.xml", report("1")),
    ] {
      #expect(try read(archive + end).names == [long])
    }
  }

  @Test func whatBreaksOffIsSaid() throws {
    let whole = file("one.xml", report("1")) + file("two.xml", report("2"))
    for length in [600, 1100, 1500] {
      let outcome = try read(whole.prefix(length))
      #expect(outcome.refusals == [Refusal(name: "", error: .corruptTar)], "\(length)")
    }
    #expect(try read(whole.prefix(1500)).reports == [report("1")])
    #expect(try read(whole).reports.count == 2)
  }

  @Test func aHeaderThatIsNoneEndsIt() throws {
    var archive = file("one.xml", report("1")) + file("two.xml", report("2")) + end
    archive[1024 + 130] ^= 1
    let outcome = try read(archive)
    #expect(outcome.reports == [report("1")])
    #expect(outcome.errors == [.corruptTar])
  }

  @Test(arguments: ["77777777777", "9999", "\u{80}"]) func aSizeIsNotBelieved(size: String) throws {
    var header = tarHeader("one.xml", 0)
    header.replaceSubrange(124..<124 + size.utf8.count, with: Data(size.utf8))
    var sum = header
    sum.replaceSubrange(148..<156, with: Data("        ".utf8))
    let text = String(format: "%06o", sum.reduce(0) { $0 + Int($1) })
    header.replaceSubrange(148..<154, with: Data(text.utf8))
    let outcome = try read(file("first.xml", report("1")) + header + end)
    #expect(outcome.reports == [report("1")])
    #expect(outcome.errors == [.corruptTar])
  }

  @Test func itsMembersCount() throws {
    var limits = IntakeLimits()
    limits.archiveMembers = 2
    let archive = tar(
      ("a", Data(report("1").utf8)), ("b", Data(report("2").utf8)), ("c", Data(report("3").utf8)))
    let outcome = try read(archive, limits: limits)
    #expect(outcome.reports.count == 2)
    #expect(outcome.errors == [.limitExceeded(.archiveMembers, value: 2)])
    #expect(try read(end).errors != [])
    #expect(try read(file("folder/", "", type: "5") + end).errors == [.notAReport(.emptyArchive)])
  }
}
