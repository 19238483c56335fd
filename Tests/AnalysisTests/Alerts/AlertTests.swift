import DMARC
import Facts
import Testing

@testable import Analysis

/// Each thing is told once, and once more when it is over.
struct AlertTests {
  private let watched = Watched()

  private func told(_ alerts: [Alert]) -> [String] {
    alerts.map { alert in
      let subject =
        switch alert.matter {
        case .newSender(let sender): "new \(sender.identity.key)"
        case .senderFails(let sender, let isNew):
          "\(isNew ? "new " : "")failing \(sender.identity.key)"
        case .riskRose: "risk"
        case .verdict(let from, let to): "\(from) to \(to)"
        case .policy(let from, let to): "p=\(from.p) to p=\(to.p)"
        case .reporterSilent(let reporter): "silent \(reporter)"
        case .noReports: "no reports"
        case .importStale: "import"
        case .problems(let count): "\(count) problems"
        }
      return alert.isOver ? "over: \(subject)" : subject
    }
  }

  // MARK: Senders

  @Test func whatIsThereAtFirstIsLearnedAndNotTold() {
    watched.verdict = .fix
    watched.streams = [
      Watched.stream("mailer.example", .aligned, messages: 500, days: 9),
      Watched.broken("crm.example", messages: 500, days: 9),
    ]
    #expect(told(watched.ask()) == [])
    #expect(told(watched.ask()) == [])
  }

  @Test func aNewSenderIsToldOnce() {
    _ = watched.ask()
    watched.streams = [Watched.stream("mailer.example", .aligned, messages: 10, days: 2)]
    #expect(told(watched.ask()) == ["new mailer.example"])
    #expect(told(watched.ask()) == [])
  }

  @Test func oneThatCameBeforeIsNotNewWhenItComesAgain() {
    watched.streams = [Watched.stream("letter.example", .aligned, messages: 900, days: 2)]
    _ = watched.ask()
    watched.streams = []
    #expect(told(watched.ask()) == [])
    watched.streams = [Watched.stream("letter.example", .aligned, messages: 900, days: 2)]
    #expect(told(watched.ask()) == [])
  }

  static let untold: [Analysis.Stream] = [
    Watched.stream("few.example", .aligned, messages: 9, days: 2),
    Watched.stream("once.example", .aligned, messages: 90, days: 1),
    Watched.stream("address.example", .unauthenticated, messages: 90, days: 5) {
      ($0.isAsked, $0.failing) = (true, 90)
    },
    Watched.stream("list.example", .forwarded, messages: 90, days: 5) { $0.failing = 90 },
    Watched.stream("wave.example", .thirdParty, messages: 9000, days: 5) { $0.failing = 9000 },
    Watched.stream("madeup.example", .aligned, messages: 90, days: 5) { $0.reporters = [8] },
    Watched.stream("old.example", .aligned, messages: 90, days: 20),
  ]

  @Test(arguments: untold)
  func whatIsNoSenderOfTheOwnersIsNotTold(stream: Analysis.Stream) {
    _ = watched.ask()
    watched.streams = [stream]
    #expect(told(watched.ask()) == [])
  }

  @Test func aServiceOfWhichTheOwnerIsAskedIsTold() {
    _ = watched.ask()
    watched.streams = [
      Watched.stream("tickets.example", .thirdParty, messages: 40, days: 3) {
        ($0.isAsked, $0.failing) = (true, 40)
      }
    ]
    let alerts = watched.ask()
    #expect(told(alerts) == ["new failing tickets.example"])
    #expect(alerts.map(\.isWorse) == [true])
  }

  @Test func aSenderThatBreaksIsToldAndItsRepairToo() {
    let well = Watched.stream("crm.example", .aligned, messages: 300, days: 20)
    watched.streams = [well]
    _ = watched.ask()
    watched.streams = [well, Watched.broken("crm.example", messages: 10, days: 1)]
    #expect(told(watched.ask()) == ["failing crm.example"])
    watched.streams = [well, Watched.broken("crm.example", messages: 25, days: 3)]
    #expect(told(watched.ask()) == [])
    watched.streams = [well]
    #expect(told(watched.ask()) == ["over: failing crm.example"])
    #expect(told(watched.ask()) == [])
  }

  // MARK: Verdict and policy

  @Test func everyChangeOfTheVerdictIsTold() {
    _ = watched.ask()
    watched.verdict = .fix
    let worse = watched.ask()
    #expect(told(worse) == ["ready to fix"])
    #expect(worse.map(\.isWorse) == [true])
    #expect(told(watched.ask()) == [])
    watched.verdict = .ready
    let better = watched.ask()
    #expect(told(better) == ["fix to ready"])
    #expect(better.map(\.isWorse) == [false])
  }

  @Test func aPolicyThatIsWeakerIsWorse() {
    watched.policy.p = .reject
    _ = watched.ask()
    watched.policy.p = .quarantine
    let weaker = watched.ask()
    #expect(told(weaker) == ["p=reject to p=quarantine"])
    #expect(weaker.map(\.isWorse) == [true])
    watched.policy.p = .reject
    #expect(watched.ask().map(\.isWorse) == [false])
  }

  @Test func whatAReporterLeavesOutOfThePolicyIsNoChange() {
    watched.policy.sp = .reject
    _ = watched.ask()
    watched.policy.sp = nil
    #expect(told(watched.ask()) == [])
    watched.policy.sp = .reject
    #expect(told(watched.ask()) == [])
    watched.policy.sp = Policy.none
    #expect(watched.ask().map(\.isWorse) == [true])
  }

  // MARK: What lasts

  @Test func moreMailAtRiskIsToldAndItsEndToo() {
    _ = watched.ask()
    watched.set(day: 29, passes: 190, atRisk: 10)
    #expect(told(watched.ask()) == ["risk"])
    watched.set(day: 28, passes: 190, atRisk: 10)
    #expect(told(watched.ask()) == [])
    watched.set(day: 28, passes: 200)
    watched.set(day: 29, passes: 200)
    #expect(told(watched.ask()) == ["over: risk"])
  }

  @Test func aShareOfLittleMailMeansNothing() {
    for day in 28...29 { watched.set(day: day, passes: 30, atRisk: 10) }
    #expect(told(watched.ask()) == [])
  }

  @Test func aReporterThatFallsSilentIsToldAndItsReturnToo() {
    _ = watched.ask()
    watched.silentReporters = ["Example, Inc."]
    #expect(told(watched.ask()) == ["silent Example, Inc."])
    #expect(told(watched.ask()) == [])
    watched.silentReporters = []
    #expect(told(watched.ask()) == ["over: silent Example, Inc."])
  }

  @Test func noReportsAreToldOnceTheyAreLateAndNothingElseWithThem() {
    _ = watched.ask()
    for day in 28...29 { watched.set(day: day, passes: 0, reports: 0) }
    #expect(told(watched.ask()) == [])
    watched.set(day: 27, passes: 0, reports: 0)
    watched.verdict = .wait
    watched.silentReporters = ["receiver.example"]
    #expect(told(watched.ask()) == ["no reports"])
    #expect(told(watched.ask()) == [])
    watched.set(day: 29, passes: 200)
    watched.verdict = .ready
    watched.silentReporters = []
    #expect(told(watched.ask()) == ["over: no reports"])
  }

  @Test func aDomainThatRestsOnWeekendsMayRestLonger() {
    for week in 0..<4 {
      for day in 5...6 { watched.set(day: week * 7 + day, passes: 0, reports: 0) }
    }
    for day in 26...29 { watched.set(day: day, passes: 0, reports: 0) }
    #expect(told(watched.ask()) == [])
    watched.set(day: 25, passes: 0, reports: 0)
    #expect(told(watched.ask()) == ["no reports"])
  }

  // MARK: The store

  @Test func anImportThatDoesNotRunIsToldAndThatItRunsAgain() {
    _ = watched.ask()
    watched.importAge = 37
    #expect(told(watched.ask()) == ["import"])
    #expect(told(watched.ask()) == [])
    watched.importAge = 1
    #expect(told(watched.ask()) == ["over: import"])
  }

  @Test func onlyNewProblemsAreTold() {
    func problem(_ second: Int64, isAcknowledged: Bool = false) -> StoredProblem {
      StoredProblem(
        kind: "refused", input: "x", reason: "truncated", detail: "", firstSeen: second,
        lastSeen: second, reporter: nil, policyDomain: nil, reportID: nil,
        isAcknowledged: isAcknowledged)
    }
    watched.problems = [problem(10)]
    #expect(told(watched.ask()) == [])
    watched.problems += [problem(20), problem(30), problem(40, isAcknowledged: true)]
    #expect(told(watched.ask()) == ["2 problems"])
    #expect(told(watched.ask()) == [])
  }

  // MARK: Which domains

  @Test func aDomainWithoutAnEstablishedReporterIsNotWatched() {
    watched.established = []
    watched.silentReporters = ["receiver.example"]
    #expect(told(watched.ask()) == [])
    #expect(watched.notes.allSatisfy { $0.domain.isEmpty })
  }

  @Test func whatIsKnownOfADomainStaysWhileOthersAreAskedAbout() {
    watched.verdict = .fix
    _ = watched.ask()
    watched.name = "example.net"
    _ = watched.ask()
    watched.name = "example.com"
    #expect(told(watched.ask()) == [])
    watched.verdict = .ready
    #expect(told(watched.ask()) == ["fix to ready"])
  }
}
