import DMARC
import DNS
import PublishedRecords
import ReceiverRules
import Testing

/// `check_host()` step by step, and against zones that mean harm.
@Suite struct SPFEvaluatorTests {
  private func check(
    _ zone: MemoryZone, from: String = "alice@example.com", ip: String = "192.0.2.1",
    drafts: [String: String] = [:]
  ) async -> SPFOutcome {
    await SPFEvaluator(zone, supposing: drafts).check(
      SPFQuery(
        address: SourceAddress(ip) ?? .unknown, mailFrom: from, helo: "mail.example.net"))
  }

  @Test func everyStepIsTold() async {
    var zone = MemoryZone()
    zone.add("example.com", text: "v=spf1 mx include:spf.example.net -all")
    zone.add("example.com", .mx, .exchange(preference: 10, host: "mx.example.com"))
    zone.add("mx.example.com", .a, .address(SourceAddress("192.0.2.9") ?? .unknown))
    zone.add("spf.example.net", text: "v=spf1 ip4:192.0.2.0/29 -all")
    let outcome = await check(zone)
    #expect(outcome.result == .pass)
    #expect(outcome.lookups == 2)
    #expect(outcome.voids == 0)
    let steps = outcome.trace.map {
      "\($0.depth) \($0.domain) \($0.term) #\($0.lookup ?? 0) \($0.answer): \($0.result)"
    }
    #expect(
      steps == [
        "0 example.com mx #1 10 mx.example.com.: no match",
        "0 example.com include:spf.example.net #2 pass: match",
        "1 spf.example.net ip4:192.0.2.0/29 #0 : match",
      ])
    #expect(outcome.path.map(\.term) == ["include:spf.example.net", "ip4:192.0.2.0/29"])
  }

  @Test func aDraftStandsInForTheRecord() async {
    var zone = MemoryZone()
    zone.add("example.com", text: "v=spf1 -all")
    #expect(await check(zone).result == .fail)
    let drafts = ["Example.com.": "v=spf1 ip4:192.0.2.1 -all"]
    #expect(await check(zone, drafts: drafts).result == .pass)
  }

  @Test func whatDNSDoesNotAnswerIsATemporaryError() async {
    var zone = MemoryZone()
    zone.fail("example.com", .txt)
    let outcome = await check(zone)
    #expect(outcome.result == .temperror)
    #expect(
      outcome.problem == "the TXT records of example.com are not known: no answer came in time")
  }

  @Test func loopsEndAtTheEleventhLookUp() async {
    var zone = MemoryZone()
    zone.add("example.com", text: "v=spf1 include:a.example.com include:b.example.com -all")
    zone.add("a.example.com", text: "v=spf1 include:b.example.com include:example.com -all")
    zone.add("b.example.com", text: "v=spf1 include:a.example.com include:example.com -all")
    let outcome = await check(zone)
    #expect(outcome.result == .permerror)
    #expect(outcome.lookups == 10)
    zone.add("loop.example.com", text: "v=spf1 redirect=loop.example.com")
    #expect(await check(zone, from: "a@loop.example.com").result == .permerror)
  }

  @Test func aRecordOfManyTermsIsReadOnce() async {
    var zone = MemoryZone()
    let many = (0..<4000).map { "ip4:198.51.100.\($0 % 256)" }.joined(separator: " ")
    zone.add("example.com", text: "v=spf1 \(many) -all")
    #expect(await check(zone).result == .fail)
  }

  @Test func macrosDoNotGrowWithoutEnd() async {
    var zone = MemoryZone()
    let macros = String(repeating: "%{s}%{s}", count: 2000)
    zone.add("example.com", text: "v=spf1 exists:\(macros).%{d} -all exp=why.example.com")
    zone.add("why.example.com", text: macros)
    zone.add("fails.example.com", text: "v=spf1 -all exp=why.example.com")
    let sender = String(repeating: "a", count: 200) + "@"
    #expect(await check(zone, from: sender + "example.com").result == .permerror)
    let outcome = await check(zone, from: sender + "fails.example.com")
    #expect(outcome.result == .fail)
    #expect(outcome.explanation == nil)
  }

  @Test func aThousandMailServersAreTooMany() async {
    var zone = MemoryZone()
    zone.add("example.com", text: "v=spf1 mx -all")
    for number in 0..<1000 {
      zone.add("example.com", .mx, .exchange(preference: 1, host: "h\(number).example.com"))
    }
    #expect(await check(zone).result == .permerror)
  }

  @Test func chainsOfAliasesEnd() async {
    var zone = MemoryZone()
    zone.add("example.com", text: "v=spf1 a:c0.example.com -all")
    for number in 0..<100 {
      zone.add("c\(number).example.com", .cname, .name("c\(number + 1).example.com"))
    }
    #expect(await check(zone).result == .temperror)
  }

  @Test func textThatIsNoRecordAndNoNameHarmsNobody() async {
    var zone = MemoryZone()
    zone.add("example.com", .txt, .strings([Array(repeating: 0xff, count: 255), [0, 10, 13]]))
    zone.add("example.com", text: "v=spf1 a:\u{202e}evil.example -all")
    #expect(await check(zone).result == .permerror)
    #expect(
      await check(zone, from: "a@" + String(repeating: "x.", count: 500) + "com").result == .none)
  }

  @Test func theCensusFollowsEveryPath() async throws {
    var zone = MemoryZone()
    zone.add("a.example.com", text: "v=spf1 include:b.example.com mx:none.example.com -all")
    zone.add("b.example.com", text: "v=spf1 +all")
    let record = try #require(
      SPFRecord("v=spf1 include:a.example.com include:gone.example.com a:%{i}.x.example -all"))
    let census = await SPFCensus(of: record, at: "example.com", by: zone)
    #expect(census.lookups == 5)
    #expect(census.voids == 1)
    #expect(
      census.entries.map { "\($0.depth) \($0.term) \($0.lookups)" } == [
        "0 include:a.example.com 3", "1 include:b.example.com 1", "1 mx:none.example.com 1",
        "0 include:gone.example.com 1", "0 a:%{i}.x.example 1",
      ])
    #expect(
      census.entries.map(\.fault) == [nil, .passesAll("+all"), .void, .noRecord, nil])
  }
}
