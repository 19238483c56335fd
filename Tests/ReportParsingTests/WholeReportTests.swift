import DMARC
import ReportParsing
import Testing

struct WholeReportTests {
  @Test func theSmallestReportIsReadWhole() throws {
    let report = try read(Sample().text)
    #expect(report.header == Sample.header)
    #expect(report.records == [Sample.plainRecord])
    #expect(report.deviations == [])
    #expect(report.leftOut == 0)
  }

  @Test func everyElementOfBothVocabulariesIsRead() throws {
    let report = try read(Self.everything)
    #expect(report.header == Self.everythingHeader)
    #expect(report.records == [Self.everythingRecord])
    #expect(report.deviations == [])
  }

  @Test func namespacePrefixAndVersionDecideNothing() throws {
    let text = Self.everything
      .replacing("<feedback xmlns=\"urn:ietf:params:xml:ns:dmarc-2.0\">", with: "<feedback>")
      .replacing("<version>1.0</version>", with: "<version>7</version>")
    let plain = try read(text)
    #expect(plain.records == [Self.everythingRecord])
    #expect(plain.header.namespace == nil)
    #expect(plain.header.version == "7")
    let prefixed = try read(
      Self.everything.replacing("</", with: "</d:").replacing(#/<(\w)/#) { "<d:\($0.output.1)" }
        .replacing("xmlns=", with: "xmlns:d="))
    #expect(prefixed.header == Self.everythingHeader)
    #expect(prefixed.records == [Self.everythingRecord])
    #expect(plain.digest == prefixed.digest)
  }

  @Test func onlyTheRootMayHaveTheNamespace() throws {
    let text = Sample().text.replacing("<feedback>", with: "<n:feedback xmlns:n=\"urn:dmarc\">")
      .replacing("</feedback>", with: "</n:feedback>")
    let report = try read(text)
    #expect(report.records == [Sample.plainRecord])
    #expect(report.deviations == [])
  }

  @Test func extensionsAreIgnoredWithEverythingInThem() throws {
    var sample = Sample()
    let inside = "<x:count xmlns:x='urn:x'>9</x:count><x:domain xmlns:x='urn:x'>x</x:domain>"
    sample.records = [
      "<extension><count>9</count><domain>x</domain></extension>" + inside,
      Sample.record().replacing("</record>", with: inside + "</record>"),
    ]
    let report = try read(sample.text)
    #expect(report.header == Sample.header)
    #expect(report.records == [Sample.plainRecord])
    #expect(report.deviations == [])
  }

  @Test(arguments: [
    "<count xmlns='urn:x'>9</count>", "<x:count>9</x:count>", "<xml:count>9</xml:count>",
    "<count xmlns='urn:x'><count xmlns=''>9</count></count>",
    "<x:a xmlns='urn:x'><x:count xmlns:x='urn:dmarc'>9</x:count></x:a>",
  ])
  func whatIsOfAnotherNamespaceIsIgnored(element: String) throws {
    let text = Sample().text.replacing("<feedback>", with: "<feedback xmlns:x='urn:x'>")
      .replacing("<row>", with: "<row>" + element)
    let report = try read(text)
    #expect(report.records == [Sample.plainRecord])
    #expect(report.deviations == [])
  }

  @Test(arguments: [
    "<q:count xmlns:q='urn:dmarc-2'>9</q:count>", "<count xmlns=''>9</count>",
    "<y:count>9</y:count>", "<count x:a='1' xmlns:x='urn:y'>9</count>",
    "<row xmlns='urn:x'/><count>9</count>",
  ])
  func whatIsOfTheReportsNamespaceOrOfNoneIsRead(element: String) throws {
    let text = Sample().text.replacing("<feedback>", with: "<feedback xmlns='urn:dmarc-2'>")
      .replacing(#/<count>.*?</count>/#, with: element)
    #expect(try read(text).records.map(\.count) == [9])
  }

  @Test func whatNobodyDefinedIsIgnoredAndNamed() throws {
    var sample = Sample()
    sample.metadata += "<domain>other.example</domain><mood>good</mood>"
    sample.records = [
      Sample.record().replacing("</row>", with: "<more><count>9</count></more></row>")
    ]
    let report = try read(sample.text)
    #expect(report.header == Sample.header)
    #expect(report.records == [Sample.plainRecord])
    #expect(
      report.deviations == [Deviation(name: "element.unknown", occurrences: 3, example: "domain")])
  }

  private static let everything = """
    <feedback xmlns="urn:ietf:params:xml:ns:dmarc-2.0"><version>1.0</version>
    <report_metadata><org_name>Receiver</org_name><email>dmarc@receiver.example</email>
    <extra_contact_info lang="en">a <b>bold</b> <![CDATA[< page>]]></extra_contact_info>
    <report_id>&lt;r-1@receiver.example&gt;</report_id>
    <date_range><begin>1764547200</begin><end>1764633599</end></date_range>
    <error>one</error><error lang="fr">deux</error><generator>Maker 1.0</generator>
    </report_metadata>
    <policy_published><domain>Example.COM.</domain><adkim>s</adkim><aspf>r</aspf><p>reject</p>
    <sp>quarantine</sp><np>none</np><pct>50</pct><fo>1:d</fo><testing>y</testing>
    <discovery_method>treewalk</discovery_method></policy_published>
    <record><row><source_ip>2001:db8::1</source_ip><count>3</count><policy_evaluated>
    <disposition>pass</disposition><dkim>fail</dkim><spf>pass</spf>
    <reason><type>local_policy</type><comment>arc=pass "x"\\</comment></reason>
    <reason><type>policy_test_mode</type></reason></policy_evaluated></row>
    <identifiers><envelope_to>to.example</envelope_to><envelope_from>b.example.com</envelope_from>
    <header_from>example.com</header_from></identifiers>
    <auth_results><dkim><domain>Mail.example.com</domain><selector>s1</selector>
    <result>pass</result><human_result>fine &amp; well</human_result></dkim>
    <dkim><domain>esp.example</domain><result>permerror</result></dkim>
    <spf><domain>b.example.com</domain><scope>mfrom</scope><result>pass</result>
    <human_result>ok</human_result></spf></auth_results></record></feedback>
    """

  private static let everythingHeader: ReportHeader = {
    var metadata = ReportMetadata(
      organization: "Receiver", email: "dmarc@receiver.example",
      reportID: "<r-1@receiver.example>", begin: 1_764_547_200, end: 1_764_633_599)
    metadata.extraContactInfo = "a bold < page>"
    metadata.errors = ["one", "deux"]
    metadata.generator = "Maker 1.0"
    var policy = PolicyPublished(domain: "example.com", p: Sent(.reject))
    policy.sp = Sent(.quarantine)
    policy.np = Sent(.none)
    policy.adkim = Sent(.strict)
    policy.aspf = Sent(.relaxed)
    policy.pct = "50"
    policy.fo = "1:d"
    policy.testing = "y"
    policy.discoveryMethod = Sent(.treewalk)
    var header = ReportHeader(metadata: metadata, policy: policy)
    header.version = "1.0"
    header.namespace = "urn:ietf:params:xml:ns:dmarc-2.0"
    return header
  }()

  private static let everythingRecord = Record(
    source: SourceAddress(high: 0x2001_0db8_0000_0000, low: 1), count: 3,
    evaluation: Evaluation(
      disposition: Sent(.pass), dkim: Sent(.fail), spf: Sent(.pass),
      overrides: [
        Override(type: Sent(.localPolicy), comment: "arc=pass \"x\"\\"),
        Override(type: Sent(.policyTestMode), comment: nil),
      ]),
    identifiers: Identifiers(
      headerFrom: "example.com", envelopeFrom: "b.example.com", envelopeTo: "to.example"),
    evidence: Evidence(
      dkim: [
        DKIMSignature(
          domain: "mail.example.com", selector: "s1", result: Sent(.pass),
          humanResult: "fine & well"),
        DKIMSignature(domain: "esp.example", result: Sent(.permerror)),
      ],
      spf: [
        SPFCheck(
          domain: "b.example.com", scope: Sent(.mfrom), result: Sent(.pass), humanResult: "ok")
      ]),
    recomputed: RecomputedAlignment(dkim: .fail, spf: .pass))
}
