import DNS
import Foundation
import Resolver
import TestSupport
import Testing

/// Asking over UDP, whatever becomes of questions and answers.
@Suite(.serialized) struct ResolverTests {
  private static let many = Dictionary(
    uniqueKeysWithValues: (0..<1000).map {
      ("n\($0).example.com", [NameServer.Record.text(["v=spf1 -all"])])
    })

  private func options(_ servers: NameServer...) -> ResolverOptions {
    var options = ResolverOptions(servers: servers.map { "127.0.0.1@\($0.port)" })
    // What is lost is asked for again; only a machine that is very busy needs as long as this.
    (options.questionSeconds, options.totalSeconds) = (60, 300)
    return options
  }

  /// The answers to a thousand questions, and the seconds they took.
  private func askMany(_ options: ResolverOptions) async throws -> ([DNSAnswer], Double) {
    let resolver = try UnboundResolver(options)
    let start = ContinuousClock.now
    let answers = await withTaskGroup(of: DNSAnswer.self) { group in
      for name in Self.many.keys { group.addTask { await resolver.ask(name, .txt) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let seconds = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
    print("1,000 questions: \(seconds) s")
    return (answers, seconds)
  }

  /// Asks up to three times: where the machine is so busy that the server of the test answers too
  /// late for libunbound's own patience, what is lost is not the resolver's loss.
  private func expectAll(_ options: ResolverOptions) async throws {
    var lost = 0
    for _ in 0..<3 {
      lost = try await askMany(options).0.count { $0.texts != ["v=spf1 -all"] }
      if lost == 0 { return }
    }
    Issue.record("\(lost) of 1,000 answers did not come")
  }

  @Test func aThousandSlowAnswersAllCome() async throws {
    let server = try NameServer(Self.many, manner: .init(delay: 0.2))
    defer { server.stop() }
    try await expectAll(options(server))
  }

  @Test func nothingIsLostWhereEveryFifthQuestionIs() async throws {
    let server = try NameServer(Self.many, manner: .init(loses: 5))
    defer { server.stop() }
    try await expectAll(options(server))
  }

  @Test func aSilentResolverBesideAGoodOneHurtsNothing() async throws {
    let silent = try NameServer([:], manner: .init(isSilent: true))
    let good = try NameServer(Self.many)
    defer { for server in [silent, good] { server.stop() } }
    try await expectAll(options(silent, good))
  }

  @Test func whereNobodyAnswersNothingIsKnown() async throws {
    let silent = try NameServer([:], manner: .init(isSilent: true))
    defer { silent.stop() }
    var options = options(silent)
    options.questionSeconds = ResolverOptions(servers: ["127.0.0.1"]).questionSeconds
    let (answers, seconds) = try await askMany(options)
    #expect(answers.allSatisfy { $0.trouble != nil })
    #expect(seconds < 10 * Patience.factor)
  }

  @Test func anAnswerHasOneOfThreeStates() async throws {
    let server = try NameServer(
      [
        "www.example.com": [.address([192, 0, 2, 1])], "ent.host.example.com": [.text(["x"])],
        "alias.example.com": [.name(5, "www.example.com")],
      ], broken: ["broken.example.com": []])
    defer { server.stop() }
    let resolver = try UnboundResolver(options(server))
    let www = await resolver.ask("WWW.example.com.", .a)
    #expect(www.records.map(\.shown) == ["192.0.2.1"])
    #expect(www.security == .notKnown)
    let alias = await resolver.ask("alias.example.com", .a)
    #expect(alias.records.map(\.shown) == ["192.0.2.1"])
    #expect(alias.alias == "www.example.com")
    #expect(await resolver.ask("none.example.com", .a).state == .notThere(.noName))
    #expect(await resolver.ask("host.example.com", .a).state == .notThere(.noData))
    #expect(await resolver.ask("broken.example.com", .a).trouble == .refused(code: 2))
    #expect(await resolver.ask("a..example.com", .a).trouble == .malformed)
  }

  @Test func namesOfPrivateNetworksAndTestsAreAskedForToo() async throws {
    let names = ["1.2.0.192.in-addr.arpa", "1.0.0.10.in-addr.arpa", "host.test", "host.invalid"]
    let server = try NameServer(
      Dictionary(uniqueKeysWithValues: names.map { ($0, [.name(12, "mail.example.com")]) }))
    defer { server.stop() }
    let resolver = try UnboundResolver(options(server))
    for name in names {
      let answer = await resolver.ask(name, .ptr)
      #expect(answer.records.map(\.shown) == ["mail.example.com."], "\(name)")
    }
  }

  @Test func aServerThatIsNoAddressIsRefused() {
    #expect(throws: ResolverFailure.badServer("nowhere")) {
      try UnboundResolver(ResolverOptions(servers: ["nowhere"]))
    }
  }
}
