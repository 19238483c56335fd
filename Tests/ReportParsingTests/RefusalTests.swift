import DMARC
import ReportParsing
import Testing

struct RefusalTests {
  @Test(arguments: ["", " \n\t", "\n"])
  func nothingIsRefusedAsEmpty(text: String) {
    #expect(throws: ReportRefusal.empty) { try read(text) }
  }

  @Test(arguments: ["unused", "{\"a\": 1}", "\u{0}\u{0}", "<", "< <", "PK\u{3}\u{4}"])
  func bytesWithoutElementsAreNotXML(text: String) {
    #expect(throws: ReportRefusal.notXML) { try read(text) }
  }

  @Test(arguments: [
    ("<html><body/></html>", "html"), ("<!DOCTYPE html><html/>", "html"),
    ("<!doctype HTML>\n<html><br></html>", "html"), ("<a:root xmlns:a='urn:a'/>", "root"),
    ("<record/>", "record"), ("<open><a", "open"),
  ])
  func otherXMLIsRefusedByItsRoot(text: String, root: String) {
    #expect(throws: ReportRefusal.notDMARC(root: root)) { try read(text) }
  }

  @Test func aDocumentTypeIsRefusedWhereverItStands() {
    let text = Sample().text
    let entity = "<!DOCTYPE feedback [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
    for document in [
      "<!DOCTYPE feedback>" + text, entity + text.replacing("Receiver", with: "&x;"),
      "<!DOCTYPE feedback SYSTEM \"http://192.0.2.1/x.dtd\">" + text,
      "&" + entity + text, text.replacing("Receiver", with: "&" + entity),
      text.replacing("Receiver", with: "& <!ENTITY x \"y\">"),
    ] {
      #expect(throws: ReportRefusal.doctype) { try read(document) }
    }
  }

  @Test func entitiesThatMultiplyAreNeverExpanded() {
    let entities = (1...9).map { level in
      let use = String(repeating: "&e\(level - 1);", count: 10)
      return "<!ENTITY e\(level) \"\(use)\">"
    }
    let text =
      "<!DOCTYPE feedback [<!ENTITY e0 \"ha\">" + entities.joined() + "]>"
      + Sample().text.replacing("Receiver", with: "&e9;")
    #expect(throws: ReportRefusal.doctype) { try read(text) }
  }

  /// Every cut before the end of the last record loses something, and none may go unnoticed.
  @Test func aReportCutAnywhereBeforeItsLastRecordEndsIsRefused() throws {
    let text = Sample().text
    let end = try #require(text.ranges(of: "</record>").last).upperBound
    for cut in text.indices where cut < end && cut > text.startIndex {
      #expect(throws: ReportRefusal.self) { try read(String(text[..<cut])) }
    }
    #expect(try read(String(text[..<end])).records == [Sample.plainRecord])
  }

  @Test func aCutInsideARecordIsTruncated() {
    var sample = Sample()
    sample.records.append("<record><row><source_ip>192.0.2.")
    #expect(throws: ReportRefusal.truncated) {
      try read(sample.text.replacing("</feedback>", with: ""))
    }
  }

  @Test(arguments: ["</row>", "<count>", "</record>", "<row>", "</feedback>"])
  func tagsThatContradictEachOtherInsideARecordAreRefused(tag: String) {
    let text = Sample().text.replacing("<count>2", with: "<count>2" + tag)
    #expect {
      try read(text)
    } throws: { error in
      guard case .notWellFormed(1, let message)? = error as? ReportRefusal else { return false }
      return message.contains("tag mismatch")
    }
  }

  @Test(arguments: [
    ("", 2), ("<?xml version='1.0'?>\n\n", 4), ("\n\n<?xml version='1.0'?>\n", 5),
    ("<?xml\nversion='1.0'\n?>\n<?xml version='1.0'?>", 5),
  ])
  func linesOfErrorsAreThoseOfTheDocument(start: String, line: Int) {
    let text = start + Sample().text.replacing("<count>", with: "\n</row>")
    #expect {
      try read(text)
    } throws: { error in
      guard case .notWellFormed(line, let message)? = error as? ReportRefusal else { return false }
      return message.contains("mismatch: record and")
    }
  }

  @Test func twoReportsInOneDocumentAreRefused() {
    let text = Sample().text
    for document in [text + text, "<a>" + text + text + "</a>", text + "junk" + text] {
      #expect(throws: ReportRefusal.severalReports) { try read(document) }
    }
  }
}
