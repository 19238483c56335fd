import Foundation
import ReportIntake
import Testing

/// Every report in a zip archive is read; a bad sibling keeps none of them back.
@Suite struct ArchiveTests {
  @Test func aZipWithTwoReportsGivesBoth() throws {
    let input = zip(ZipMember("b.xml", report("1")), ZipMember("a.xml", report("2")))
    #expect(
      try read(input) == Outcome(reports: [report("1"), report("2")], names: ["b.xml", "a.xml"]))
  }

  @Test func foldersAndJunkMembersArePassedOver() throws {
    let input = zip(
      ZipMember("readme.txt", "hello"), ZipMember("d/", ""), ZipMember("d/r.xml", report("1")),
      ZipMember("__MACOSX/d/._r.xml", "<feedback/>"))
    #expect(try read(input) == Outcome(reports: [report("1")], names: ["d/r.xml"]))
  }

  @Test func aMemberWithoutANameIsRead() throws {
    #expect(try read(zip(ZipMember("", report("1")))).reports == [report("1")])
  }

  @Test func aMemberNameIsNeverAPath() throws {
    let input = zip(ZipMember("../../etc/passwd", report("1")), ZipMember("/r", report("2")))
    #expect(try read(input).reports == [report("1"), report("2")])
  }

  @Test func junkInFrontOfAnArchiveIsTolerated() throws {
    let input = Data("MZ\u{1}\u{2}a program that unpacks itself".utf8)
    #expect(try read(input + zip(ZipMember("r.xml", report("1")))).reports == [report("1")])
  }

  @Test func aBrokenMemberIsRefusedAndItsSiblingsAreRead() throws {
    var broken = ZipMember("broken.xml", Data([0xff, 0xff, 0xff, 0xff]))
    broken.isStored = true
    broken.method = 8
    let outcome = try read(zip(ZipMember("a", report("1")), broken, ZipMember("b", report("2"))))
    #expect(outcome.reports == [report("1"), report("2")])
    #expect(outcome.refusals.map(\.name) == ["broken.xml"])
    guard case .corruptZip = outcome.errors.first else {
      Issue.record("not corruptZip: \(outcome.errors)")
      return
    }
  }

  @Test func anEncryptedArchiveIsSetAside() throws {
    var member = ZipMember("r.xml", report("1"))
    member.isEncrypted = true
    #expect(try read(zip(member)) == Outcome(setAside: [.encrypted]))
    #expect(
      try read(zip(member, ZipMember("b.xml", report("2"))))
        == Outcome(
          reports: [report("2")], names: ["b.xml"],
          refusals: [Refusal(name: "r.xml", error: .encryptedZip)]))
  }

  @Test func anotherPackingMethodIsNamed() throws {
    var member = ZipMember("r.xml", report("1"))
    member.method = 12
    #expect(try read(zip(member)).errors == [.unsupportedCompression(method: 12)])
  }

  @Test func anArchiveWithoutAReportSaysWhatIsInIt() throws {
    #expect(try read(zip()).errors == [.notAReport(.emptyArchive)])
    #expect(
      try read(zip(ZipMember("r.xml", "hello"))).refusals
        == [Refusal(name: "r.xml", error: .notAReport(.plainText))])
    #expect(
      try read(zip(ZipMember("[Content_Types].xml", "<Types/>"), ZipMember("d.xml", "<d/>")))
        .errors == [.notAReport(.officeDocument)])
  }

  @Test func aCutArchiveIsCorrupt() throws {
    let whole = zip(ZipMember("r.xml", report("1")))
    guard case .corruptZip = try read(whole.prefix(whole.count / 2)).errors.first else {
      Issue.record("a cut archive was not refused")
      return
    }
  }
}
