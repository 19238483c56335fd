import DMARC
import Foundation
import ReportParsing
import Testing

struct DocumentTests {
  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"

  @Test(arguments: [
    ("\u{feff}" + declaration, []), ("\u{feff}", []), (" \n", []), ("<!-- a < b -->", []),
    ("<?xml version='1.0' encoding='utf8' standalone='yes'?>\r\n", []),
    ("\n " + declaration, ["document.not-well-formed"]),
    (declaration + "\n" + declaration, ["document.not-well-formed"]),
    ("<?xml version='1.0' encoding='klingon'?>", ["document.encoding"]),
    ("<?xml version='1.0' encoding='utf-16'?>", ["document.encoding"]),
    ("From: someone\n\n" + declaration, ["document.not-well-formed"]),
  ])
  func whatStandsBeforeTheReportIsTolerated(text: String, names: [String]) throws {
    let report = try read(text + Sample().text)
    #expect(report.header == Sample.header)
    #expect(report.records == [Sample.plainRecord])
    #expect(deviations(report).keys.sorted() == names)
  }

  @Test(arguments: [
    String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf16, .windowsCP1252, .isoLatin1,
  ])
  func documentsInOtherEncodingsAreRead(encoding: String.Encoding) throws {
    let name = encoding == .windowsCP1252 ? "windows-1252" : "ISO-8859-1"
    var sample = Sample()
    sample.metadata.replace("Receiver", with: "Réceiver")
    let text = "<?xml version=\"1.0\" encoding=\"\(name)\"?>" + sample.text
    let report = try read(Array(try #require(text.data(using: encoding))))
    #expect(report.header.metadata.organization == "Réceiver")
    #expect(report.records == [Sample.plainRecord])
    #expect(report.deviations == [])
  }

  @Test func bytesThatAreNoCharactersAreReplacedAndCounted() throws {
    var sample = Sample()
    sample.metadata.replace("Receiver", with: "R?ceiver?")
    let bytes = sample.text.utf8.map { $0 == UInt8(ascii: "?") ? 0xe9 : $0 }
    let report = try read(bytes)
    #expect(report.header.metadata.organization == "R\u{fffd}ceiver\u{fffd}")
    #expect(report.records == [Sample.plainRecord])
    #expect(deviations(report) == ["document.not-utf8": 2])
  }

  @Test(arguments: [
    ("<email><noreply@receiver.example></email>", "<noreply@receiver.example>"),
    ("<email>a & b@receiver.example</email>", "a & b@receiver.example"),
    ("<email>a&nbsp;b</email>", "a&nbsp;b"),
    ("<email>a\u{7}b&#7;c</email>", "a\u{fffd}b\u{fffd}c"),
    ("<email>a\u{0}b</email>", "a\u{fffd}b"),
    ("<email>a<br>b</i>c</email>", "a<br>b</i>c"),
    ("<email>1 < 2 &lt; 3 &#x34;</email>", "1 < 2 < 3 4"),
    ("<email>a<![CDATA[<b>&]]]]>c<</email>", "a<b>&]]c<"),
  ])
  func strayCharactersAreText(element: String, email: String) throws {
    var sample = Sample()
    sample.metadata.replace("<email>dmarc@receiver.example</email>", with: element)
    let report = try read(sample.text)
    #expect(report.header.metadata.email == email)
    #expect(report.records == [Sample.plainRecord])
    #expect(deviations(report) == ["document.not-well-formed": 1])
  }

  @Test func aControlCharacterInACommentCostsNothingElse() throws {
    var sample = Sample()
    sample.records = [
      Sample.record(
        evaluation: "<disposition>none</disposition><dkim>pass</dkim><spf>fail</spf>"
          + "<reason><type>other</type><comment>a\u{7}</comment></reason>")
    ]
    let report = try read(sample.text)
    #expect(
      report.records.first?.evaluation.overrides
        == [Override(type: Sent(.other), comment: "a\u{fffd}")])
  }

  @Test(arguments: [
    ("</feedback>", "", ["document.not-well-formed", "document.unclosed"]),
    ("</feedback>", "</feedback", ["document.not-well-formed", "document.unclosed"]),
    ("</feedback>", "</feedback\r\n", ["document.not-well-formed", "document.unclosed"]),
    ("</feedback>", "</feedbac>\n", ["document.not-well-formed", "document.unclosed"]),
    ("</feedback>", "</feedback>\n\u{0}\u{0} bye <a", ["document.not-well-formed"]),
    ("</feedback>", "</feedback></feedback></x>", ["document.not-well-formed"]),
    (
      "<feedback>", "<xs:schema xmlns:xs='urn:x'><feedback xmlns=\"urn:dmarc\">",
      ["document.not-well-formed", "document.wrapped"]
    ),
  ])
  func damageAroundTheReportIsTolerated(text: String, other: String, names: [String]) throws {
    let report = try read(Sample().text.replacing(text, with: other))
    #expect(report.header.metadata == Sample.header.metadata)
    #expect(report.header.policy == Sample.header.policy)
    #expect(report.records == [Sample.plainRecord])
    #expect(deviations(report).keys.sorted() == names)
  }

  @Test func aWrapperThatIsClosedIsWellFormed() throws {
    let report = try read("<a><b/>" + Sample().text + "</a>")
    #expect(report.records == [Sample.plainRecord])
    #expect(report.deviations == [Deviation(name: "document.wrapped", example: "a")])
  }

  @Test(arguments: [1, 2, 3, 7, 100])
  func whereTheBytesAreCutDecidesNothing(size: Int) throws {
    var sample = Sample()
    sample.metadata.replace("Receiver", with: "<a@b> & réc\u{feff} <![CDATA[<]]>")
    sample.metadata += "<!-- - -- > <record> -->"
    let text = Self.declaration + sample.text + "\n"
    let whole = try read(text)
    let cut = try readInChunks(Array(text.utf8), of: size, batchRecords: 10)
    #expect(whole.header.metadata.organization == "<a@b> & réc\u{feff} <")
    #expect(cut.report.header == whole.header)
    #expect(cut.report.digest == whole.digest)
    #expect(cut.report.deviations == whole.deviations)
    #expect(cut.records == whole.records)
  }
}
