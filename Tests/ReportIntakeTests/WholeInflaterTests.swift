import Foundation
import Testing

@testable import ReportIntake

/// What is unpacked at once is read, and refused, as what is unpacked piece by piece.
@Suite struct WholeInflaterTests {
  /// Bytes of a document: around those of a piece, and those up to which it is unpacked at once.
  static let sizes = [24, 65_535, 65_536, 65_537, 262_143, 262_144, 262_145, 700_000]

  /// A document of so many bytes, which does not pack too well.
  private func document(_ size: Int) -> String {
    let numbers = (0..<size / 8).lazy.map { String($0 &* 2_654_435_761 % 100_000_007) }
    let filling = numbers.joined(separator: " ").prefix(size - 21)
    return "<feedback>" + filling + "</feedback>"
  }

  /// What a mail with an archive attached has in it; a mail is in memory, where a file need not be.
  private func readAttached(_ data: Data, limits: IntakeLimits = .init()) throws -> Outcome {
    try read(mail(attachment(data, "application/octet-stream", "r")), limits: limits)
  }

  @Test(arguments: sizes) func documentsOfAllSizesAreRead(size: Int) throws {
    let long = document(size)
    #expect(long.utf8.count == size)
    for packed in [gzip(long), zip(ZipMember("r.xml", long))] {
      #expect(try readAttached(packed).reports == [long])
    }
  }

  @Test func whatIsLargeIsLeftToZlib() {
    func unpacks(_ size: Int) -> Bool {
      gzip(document(size)).withUnsafeBytes { WholeInflater().gzip($0)?.count } == size
    }
    #expect(Self.sizes.map(unpacks) == Self.sizes.map { $0 <= 1 << 18 })
  }

  @Test func containersWithinContainersAreRead() throws {
    let reports = [report("1"), report("2")]
    let members = reports.map { ZipMember("r", gzip($0)) }
    #expect(try readAttached(gzip(gzip(reports[0]))).reports == [reports[0]])
    #expect(try readAttached(zip(members)).reports == reports)
    #expect(try readAttached(gzip(zip(ZipMember("z", zip(members))))).reports == reports)
    let inner = mail(attachment(gzip(reports[0]), "application/gzip", "r.gz"))
    #expect(try readAttached(gzip(inner)).reports == [reports[0]])
  }

  // RFC 1952 2.2
  @Test func allMembersOfAGzipFileAreOneContent() throws {
    #expect(
      try readAttached(gzip("<feedback>") + gzip("</feedback>")).reports
        == ["<feedback></feedback>"])
  }

  // RFC 1952 2.3.1
  @Test func aGzipFileWithAWrongChecksumOrLengthIsRefused() throws {
    for place in [8, 4] {
      var packed = gzip(report("1"))
      packed[packed.count - place] ^= 1
      let outcome = try readAttached(packed)
      #expect(outcome.reports.isEmpty)
      let detail = place == 8 ? "incorrect data check" : "incorrect length check"
      #expect(outcome.errors == [.corruptGzip(detail: detail)])
    }
  }

  @Test func aGzipFileThatIsCutIsRefused() throws {
    let packed = gzip(report("1"))
    for count in [packed.count - 1, packed.count - 8, packed.count / 2] {
      #expect(try readAttached(packed.prefix(count)).errors == [.truncatedGzip])
    }
  }

  // APPNOTE 4.4.7
  @Test func aMemberWithAWrongChecksumIsRefusedAndItsSiblingsAreRead() throws {
    var wrong = ZipMember("wrong.xml", report("1"))
    wrong.declaredChecksum = 1
    let outcome = try readAttached(zip(wrong, ZipMember("r.xml", report("2"))))
    #expect(outcome.reports == [report("2")])
    #expect(outcome.errors == [.corruptZip(detail: "CRC error")])
  }

  @Test func aLimitHoldsForWhatIsUnpackedAtOnce() throws {
    var limits = IntakeLimits()
    limits.unpackedBytes = 1000
    let error = IntakeError.limitExceeded(.unpackedBytes, value: 1000)
    for packed in [gzip(document(1001)), zip(ZipMember("r.xml", document(1001)))] {
      #expect(try readAttached(packed, limits: limits).errors == [error])
    }
    #expect(try readAttached(gzip(document(1000)), limits: limits).reports == [document(1000)])
  }

  @Test func reportsOfOneMailShareALimit() throws {
    var limits = IntakeLimits()
    limits.unpackedBytesPerMail = 2500
    let members = (0..<3).map { ZipMember("\($0).xml", document(1000 + $0)) }
    let outcome = try readAttached(zip(members), limits: limits)
    #expect(outcome.reports == [document(1000), document(1001)])
    #expect(outcome.errors == [.limitExceeded(.unpackedBytesPerMail, value: 2500)])
  }
}
