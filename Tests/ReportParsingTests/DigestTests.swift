import DMARC
import ReportParsing
import Testing

struct DigestTests {
  private static let records = [
    Sample.record(), Sample.record(count: "<count>5</count>"),
    Sample.record(results: Sample.signature() + Sample.signature("example.net")),
  ]

  private func digest(_ sample: Sample) throws -> UInt64 { try read(sample.text).digest }

  @Test func theDigestIsTheSameOnEveryMachine() throws {
    let digest = try digest(Sample())
    #expect(digest == 8_954_757_834_678_908_411)
  }

  @Test func orderAndWhiteSpaceMakeNoDifference() throws {
    var sample = Sample()
    sample.records = Self.records
    let digest = try digest(sample)
    var other = Sample()
    other.records = [
      Self.records[1], Self.records[0].replacing("><", with: ">\n <"),
      Sample.record(results: Sample.signature("example.net") + Sample.signature()),
    ]
    other.policy = " <p> none</p><domain>EXAMPLE.com</domain>"
    #expect(try self.digest(other) == digest)
  }

  @Test func everyValueMakesADifference() throws {
    var digests: Set<UInt64> = [try digest(Sample())]
    let changes: [(inout Sample) -> Void] = [
      { $0.metadata.replace("Receiver", with: "receiver") },
      { $0.metadata.replace("dmarc@", with: "other@") },
      { $0.metadata.replace("r-1", with: "r-2") },
      { $0.metadata.replace("1764547200", with: "1764547201") },
      { $0.metadata.replace("1764633599", with: "1764633598") },
      { $0.metadata += "<error>e</error>" },
      { $0.metadata += "<generator>e</generator>" },
      { $0.metadata += "<extra_contact_info>e</extra_contact_info>" },
      { $0.policy.replace("none", with: "reject") },
      { $0.policy += "<sp>none</sp>" },
      { $0.policy += "<np>none</np>" },
      { $0.policy += "<pct>100</pct>" },
      { $0.records = [] },
      { $0.records += $0.records },
      { $0.records += $0.records + $0.records },
      { $0.records = [Sample.record(count: "<count>3</count>")] },
      { $0.records = [Sample.record(source: "<source_ip>192.0.2.2</source_ip>")] },
      { $0.records = [Sample.record(source: "<source_ip>x</source_ip>")] },
      { $0.records = [Sample.record(evaluation: "<dkim>pass</dkim>")] },
      { $0.records = [Sample.record(evaluation: "<spf>pass</spf>")] },
      { $0.records = [Sample.record(identifiers: "")] },
      { $0.records = [Sample.record(identifiers: "<envelope_from/>")] },
      { $0.records = [Sample.record(identifiers: "<envelope_from>example.com</envelope_from>")] },
      { $0.records = [Sample.record(identifiers: "<envelope_to>example.com</envelope_to>")] },
      { $0.records = [Sample.record(results: "")] },
      { $0.records = [Sample.record(results: Sample.signature() + Sample.signature())] },
      { $0.records = [Sample.record(results: Sample.check())] },
    ]
    for change in changes {
      var sample = Sample()
      change(&sample)
      digests.insert(try digest(sample))
    }
    #expect(digests.count == changes.count + 1)
  }
}
