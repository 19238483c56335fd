import Analysis
import DMARC
import Facts
import Testing

/// Each rule by the smallest month of mail that shows it.
@Suite struct RuleTests {
  private let ours = ("example.com", SPFResult.fail)
  private let everyDay = Array(0..<30)

  private func month(_ change: (inout MailOfMonth) -> Void) -> MailOfMonth {
    var month = MailOfMonth.healthy
    change(&month)
    return month
  }

  private func expect(
    _ month: MailOfMonth, _ verdict: Verdict, _ rules: [String],
    at location: SourceLocation = #_sourceLocation
  ) {
    let judged = month.judged
    #expect(judged.verdict == verdict, sourceLocation: location)
    #expect(judged.rules == rules, sourceLocation: location)
  }

  @Test func aHealthyMonthIsReady() {
    expect(.healthy, .ready, [])
  }

  @Test func aSubdomainThatStrictAlignmentRefusesIsProof() {
    var month = MailOfMonth()
    month.published.adkim = Sent(.strict)
    month.published.aspf = Sent(.strict)
    month.add("192.0.2.10", dkim: [("example.com", "s1", .pass)], spf: ("example.com", .pass), 10)
    month.add("198.51.100.9", dkim: [("mail.example.com", "app", .pass)], 5)
    expect(month, .fix, ["proof"])
    #expect(month.readiness()?.own.fixes.first?.remedy == .sign)
  }

  @Test func aDomainOfTheSameOwnerIsProof() {
    var month = MailOfMonth.healthy
    month.add("192.0.2.10", dkim: [("example.org", "s1", .pass)], 3)
    month.domain = "example.org"
    month.published = PolicyPublished(domain: "example.org", p: Sent(Policy.none))
    month.add("192.0.2.10", dkim: [("example.org", "s1", .pass)], spf: ("example.org", .pass), 10)
    expect(month, .fix, ["proof"])
    #expect(month.readiness()?.own.fixes.first?.remedy == .sign)
  }

  @Test(arguments: 1...12)
  func anAddressThatComesBackIsAskedAboutHoweverManyThereAre(addresses: Int) {
    expect(
      month { month in
        for number in 0..<addresses { month.add("198.51.\(number).9", spf: ours, 1) }
      }, .ask, Array(repeating: "comes_back", count: addresses))
  }

  @Test func addressesThatComeAlikeAreOneQuestion() {
    let month = month { month in
      for number in 0..<7 { month.add("198.51.\(number).9", spf: ours, 1) }
    }
    #expect(month.readiness()?.own.questions.map(\.pattern) == ["crowd:envelope"])
    #expect(
      month.readiness()?.own.questions.first?.arguments(.block)
        == ["source", "block", "crowd:envelope", "--domain", "example.com"])
  }

  @Test(arguments: [3, 6, 14])
  func whatBeganLatelyAndGoesOnIsAskedAbout(days: Int) {
    let month = month { $0.add("198.51.100.9", spf: ours, 10, days: Array((30 - days)..<30)) }
    #expect(month.judged.verdict == .ask)
  }

  @Test(arguments: [1, 2, 4, 8, 15, 30])
  func aYoungServiceIsAskedAboutHoweverOldItIs(days: Int) {
    let month = month {
      $0.add(
        "198.51.100.9", dkim: [("crm.example", "k", .pass)], spf: ("crm.example", .pass), 10,
        days: Array((30 - days)..<30))
    }
    #expect(month.judged.verdict == .ask)
  }

  @Test(arguments: [50, 100, 101, 5_000])
  func oneRunOfSignedMailIsAskedAboutHoweverLargeItIs(messages: MessageCount) {
    expect(
      month {
        $0.add(
          "198.51.100.9", dkim: [("payslips.example", "p", .pass)],
          spf: ("payslips.example", .pass), messages, days: [20], by: ["one.example"])
      }, .ask, ["few_runs"])
  }

  @Test func aWaveThatComesOnceIsWhatRejectIsFor() {
    expect(
      month { month in
        for number in 0..<40 {
          month.add("198.51.\(number).9", spf: ours, 25, days: [number % 5 + 10])
        }
      }, .ready, Array(repeating: "wave", count: 12))
  }

  @Test func aServiceThatFellBackIsDated() {
    let fallen = month { month in
      let service: Signature = ("sendgrid.net", "smtpapi", .pass)
      month.add(
        "198.51.100.9", dkim: [("example.com", "s2", .pass), service],
        spf: ("sendgrid.net", .pass), 10, days: Array(0..<24))
      month.add(
        "198.51.100.9", dkim: [service], spf: ("sendgrid.net", .pass), 10,
        days: Array(24..<30))
    }
    expect(fallen, .fix, ["passed_before"])
    let until = fallen.facts.window.lowerBound.advanced(by: 23)
    #expect(
      fallen.readiness()?.own.fixes.first?.rule
        == .passedBefore(until: until, since: until.advanced(by: 1)))
  }

  @Test func aRepairedServiceIsNoLoss() {
    expect(
      month { month in
        let service: Signature = ("sendgrid.net", "smtpapi", .pass)
        month.add(
          "198.51.100.9", dkim: [service], spf: ("sendgrid.net", .pass), 10,
          days: Array(0..<16))
        month.add(
          "198.51.100.9", dkim: [("example.com", "s2", .pass), service],
          spf: ("sendgrid.net", .pass), 10, days: Array(16..<30))
      }, .ready, ["repaired"])
  }

  @Test func aServerRepairedLatelyHasToPassForAWeek() {
    let month = month { month in
      month.add("192.0.2.10", spf: ("web.internal.example", .none), 10, days: Array(0..<26))
      month.add("192.0.2.11", spf: ours, 10, days: Array(0..<27))
      month.add("192.0.2.11", spf: ("example.com", .pass), 10, days: Array(27..<30))
    }
    #expect(month.readiness()?.own.gates.first { $0.name == .repairs }?.met == false)
  }

  @Test func aKnownServiceNeverPassesMailOn() {
    expect(
      month {
        $0.add(
          "198.51.100.9",
          dkim: [("example.com", "s1", .fail), ("mailchimpapp.net", "k2", .pass)],
          spf: ("mail7.suw17.mcsv.net", .pass), 5)
      }, .fix, ["steady"])
  }

  @Test func mailboxServicesSignWhatTheirOwnUsersWrite() {
    let month = month {
      $0.add(
        "198.51.100.9", spf: ("gmail.com", .pass), 1, days: Array(stride(from: 0, to: 30, by: 3)))
    }
    #expect(month.judged.verdict == .ready)
    #expect(month.readiness()?.own.forwarded == 20)
  }

  @Test func aGatewayThatOneReceiverSeesIsItsOwn() {
    let month = month {
      $0.add(
        "198.51.100.9", dkim: [("example.com", "s1", .fail)], spf: ("example.com", .softfail), 2,
        days: Array(0..<20), by: ["two.example"])
    }
    #expect(month.judged.verdict == .ready)
    #expect(month.readiness()?.own.forwarded == 40)
  }

  @Test func temporaryErrorsOfAFewDaysAreNoLoss() {
    expect(
      month {
        $0.add(
          "192.0.2.10", dkim: [("example.com", "s1", .temperror)],
          spf: ("example.com", .temperror), 10, days: [14, 15], by: ["one.example"])
      }, .ready, ["temporary"])
  }

  @Test func tenantsOfAPlatformAreManyOrganizations() {
    let month = month { month in
      for number in 0..<6 {
        month.add(
          "198.51.100.\(number)", dkim: [("t\(number).onmicrosoft.com", "selector1", .pass)], 1,
          days: [number * 4])
      }
    }
    expect(month, .ready, Array(repeating: "too_little", count: 6))
  }

  @Test func aTenantNamedAfterTheDomainIsTheOwners() {
    expect(
      month {
        $0.add("198.51.100.9", dkim: [("example.onmicrosoft.com", "selector1", .pass)], 1)
      }, .fix, ["named_alike"])
  }

  @Test func aMachineBesideOwnServersIsOursOnceItHasBeenThereForAWhile() {
    expect(month { $0.add("192.0.2.200", spf: ours, 1) }, .fix, ["beside_servers"])
    expect(month { $0.add("192.0.2.200", spf: ours, 5, days: [9]) }, .ready, ["too_little"])
  }

  @Test func tagsThatAReceiverDoesNotSendAreUnknown() {
    var month = MailOfMonth.healthy
    #expect(month.readiness()?.policy.pct == nil)
    #expect(month.readiness()?.policy.testing == nil)
    month = MailOfMonth()
    month.published = PolicyPublished(domain: "example.com", p: Sent(Policy.quarantine))
    month.published.pct = "25"
    month.add("192.0.2.10", dkim: [("example.com", "s1", .pass)], spf: ("example.com", .pass), 10)
    month.add("198.51.100.9", dkim: [("crm.example", "k", .pass)], 5)
    #expect(month.readiness()?.policy.rung == Policy.none)
    #expect(month.readiness()?.next.record.contains("pct=25") == true)
  }

  @Test func absenceOfMailIsParkedOnlyWhereNoneEverPassed() {
    var month = MailOfMonth()
    for day in 0..<30 {
      for reporter in month.reporters {
        month.report(month.facts.window.lowerBound.advanced(by: day), by: reporter)
      }
    }
    #expect(month.readiness()?.verdict == .parked)
    let first = month.facts.window.lowerBound
    month.history["example.com"] = DomainHistory(
      firstReport: first.advanced(by: -90), lastReport: first.advanced(by: -1),
      lastPassing: first.advanced(by: -10))
    #expect(month.readiness()?.verdict == .wait)
  }

  @Test func oneReporterAloneParksNothing() {
    var month = MailOfMonth()
    for day in stride(from: 0, to: 30, by: 6) {
      month.report(month.facts.window.lowerBound.advanced(by: day), by: "one.example")
    }
    #expect(month.readiness()?.verdict == .wait)
  }

  @Test func aDomainWithoutReportsIsNamedSilent() {
    var month = MailOfMonth()
    let last = month.facts.window.lowerBound.advanced(by: -5)
    month.history["example.com"] = DomainHistory(
      firstReport: last, lastReport: last, lastPassing: nil)
    #expect(month.readiness()?.verdict == .wait)
    #expect(month.readiness()?.own.silentSince == last)
  }

  @Test func firstWeeksGatesSayWhatThereIs() {
    var month = MailOfMonth()
    month.add(
      "192.0.2.10", dkim: [("example.com", "s1", .pass)], spf: ("example.com", .pass), 10,
      days: [27, 28, 29])
    let gates = month.readiness()?.own.gates ?? []
    #expect(gates.first { $0.name == .volume }?.actual == .count(60))
    #expect(gates.first { $0.name == .reporters }?.met == false)
  }

  @Test func weekendsWithHardlyAnyMailNeedNoReports() {
    var month = MailOfMonth()
    let weekdays = (0..<30).filter { day in
      let number = month.facts.window.lowerBound.number + day
      return ![2, 3].contains(number % 7)
    }
    month.add(
      "192.0.2.10", dkim: [("example.com", "s1", .pass)], spf: ("example.com", .pass), 4,
      days: weekdays + [0])
    #expect(month.judged.verdict == .ready)
  }

  @Test func aMadeUpReportAsksOneQuestionAtTheMost() {
    let month = month { month in
      for number in 0..<50 {
        month.add(
          "203.0.113.\(number)", dkim: [("evil\(number).example", "k", .pass)], 1_000, days: [20],
          by: ["forger.example"])
      }
    }
    #expect(month.judged.verdict == .ask)
    #expect(month.readiness()?.own.questions.count == 1)
  }
}

/// What the owner says, and how long it holds.
@Suite struct AnswerTests {
  private var month: MailOfMonth {
    var month = MailOfMonth.healthy
    for number in 0..<7 { month.add("198.51.\(number).9", spf: ("example.com", .fail), 1) }
    return month
  }

  private func verdict(
    _ answer: SourceDecision.Verdict, decided: Day?, in month: MailOfMonth
  ) -> Verdict? {
    var month = month
    month.decisions = [
      SourceDecision(
        verdict: answer, pattern: "crowd:envelope", domain: "example.com", decided: decided)
    ]
    return month.judged.verdict
  }

  @Test func anAnswerAboutACrowdSettlesIt() {
    #expect(month.judged.verdict == .ask)
    #expect(verdict(.block, decided: nil, in: month) == .ready)
    #expect(verdict(.forwarder, decided: nil, in: month) == .ready)
    #expect(verdict(.approve, decided: nil, in: month) == .fix)
  }

  @Test func anAnswerAboutACrowdHoldsForHalfAYear() {
    let last = MailOfMonth.last
    #expect(verdict(.block, decided: last.advanced(by: -180), in: month) == .ready)
    #expect(verdict(.block, decided: last.advanced(by: -181), in: month) == .ask)
  }

  @Test func noAnswerCoversWhatProvesToBeTheOwners() {
    var month = MailOfMonth.healthy
    month.add("192.0.2.10", spf: ("web.internal.example", .none), 10)
    month.decisions = [SourceDecision(verdict: .block, pattern: "192.0.2.0/24")]
    #expect(month.judged.verdict == .fix)
    month.decisions = [SourceDecision(verdict: .block, pattern: "192.0.2.10")]
    #expect(month.judged.verdict == .ready)
  }
}
