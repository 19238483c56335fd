import DMARC
import Foundation
import FoundationXML

/// Reads a report file into plain values: just enough for files that are known to be good.
final class ReportReader: NSObject, XMLParserDelegate {
  private final class Element {
    var text = ""
    var children: [(name: String, element: Element)] = []

    func all(_ name: String) -> [Element] {
      children.filter { $0.name == name }.map(\.element)
    }

    subscript(_ path: String...) -> String? {
      var element: Element? = self
      for name in path { element = element?.all(name).first }
      return element?.text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }

  private var stack = [Element()]
  private let domains: any OrganizationalDomains

  private init(domains: any OrganizationalDomains) {
    self.domains = domains
  }

  static func read(
    _ data: Data, domains: any OrganizationalDomains
  ) -> (header: ReportHeader, records: [Record])? {
    let reader = ReportReader(domains: domains)
    let parser = XMLParser(data: data)
    parser.delegate = reader
    guard parser.parse(), let root = reader.stack.first?.all("feedback").first else { return nil }
    return reader.report(root)
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let element = Element()
    stack.last?.children.append((name, element))
    stack.append(element)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    stack.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    stack.last?.text += text
  }

  private func report(_ root: Element) -> (header: ReportHeader, records: [Record])? {
    guard let meta = root.all("report_metadata").first,
      let published = root.all("policy_published").first
    else { return nil }
    let metadata = ReportMetadata(
      organization: meta["org_name"] ?? "", email: meta["email"] ?? "",
      reportID: meta["report_id"] ?? "",
      begin: meta["date_range", "begin"].flatMap { Int64($0) } ?? 0,
      end: meta["date_range", "end"].flatMap { Int64($0) } ?? 0)
    var policy = PolicyPublished(domain: name(published["domain"]) ?? "", p: word(published["p"]))
    policy.sp = word(published["sp"])
    policy.adkim = word(published["adkim"])
    policy.aspf = word(published["aspf"])
    policy.pct = published["pct"]
    let recomputation = Recomputation(
      domains: domains, dkimMode: policy.dkimMode, spfMode: policy.spfMode)
    return (
      ReportHeader(metadata: metadata, policy: policy),
      root.all("record").map { record($0, recomputation) }
    )
  }

  private func record(_ element: Element, _ recomputation: Recomputation) -> Record {
    let row = element.all("row").first ?? Element()
    let evaluated = row.all("policy_evaluated").first ?? Element()
    let results = element.all("auth_results").first ?? Element()
    let identifiers = Identifiers(
      headerFrom: name(element["identifiers", "header_from"]),
      envelopeFrom: element["identifiers", "envelope_from"].map(DomainName.normalized))
    let evidence = Evidence(
      dkim: results.all("dkim").map {
        DKIMSignature(
          domain: name($0["domain"]), selector: $0["selector"], result: word($0["result"]))
      },
      spf: results.all("spf").map {
        SPFCheck(domain: name($0["domain"]), scope: word($0["scope"]), result: word($0["result"]))
      })
    return Record(
      source: row["source_ip"].flatMap { SourceAddress($0) } ?? .unknown,
      count: row["count"].flatMap { Int64($0) }.map { MessageCount($0) } ?? 0,
      evaluation: Evaluation(
        disposition: word(evaluated["disposition"]), dkim: word(evaluated["dkim"]),
        spf: word(evaluated["spf"]),
        overrides: evaluated.all("reason").map {
          Override(type: word($0["type"]), comment: $0["comment"])
        }), identifiers: identifiers, evidence: evidence,
      recomputed: recomputation.alignment(of: evidence, identifiers: identifiers))
  }

  private func word<Word: ReportWord>(_ text: String?) -> Sent<Word> {
    text.map { Sent(reading: $0) } ?? .missing
  }

  private func name(_ text: String?) -> String? {
    guard let text, !text.isEmpty else { return nil }
    return DomainName.normalized(text)
  }
}
