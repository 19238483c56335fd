public import DMARC
public import Facts

/// Reports of other kinds that are kept in memory.
struct MemoryKinds {
  /// A TLS report as it was stored.
  struct TLS {
    let report: TLSReport
    let day: Day
    var trust: Trust
  }

  var tls: [TLS] = []
  var failures: [IncomingFailureReport] = []
}

extension MemoryImport {
  func store(_ incoming: IncomingTLSReport) -> ImportOutcome {
    let report = incoming.report
    let new = MemoryKinds.TLS(
      report: report, day: report.metadata.countedDay(at: started), trust: incoming.standing.trust)
    guard let place = state.kinds.tls.firstIndex(where: { $0.report.key == report.key }) else {
      state.kinds.tls.append(new)
      return .new
    }
    let known = state.kinds.tls[place]
    let isBelieved = incoming.standing.trust == .verified && known.trust != .verified
    if known.report.digest == report.digest {
      if isBelieved { state.kinds.tls[place].trust = .verified }
      return .duplicate
    }
    let isSame =
      incoming.standing.provesName || known.report.metadata.email == report.metadata.email
    let outcome: ImportOutcome = isBelieved && isSame ? .replaced : .conflict
    if outcome == .replaced { state.kinds.tls[place] = new }
    note(
      IncomingProblem(
        input: incoming.input, stamp: incoming.stamp, reason: outcome.rawValue, detail: ""),
      about: incoming)
    return outcome
  }

  func store(_ incoming: IncomingFailureReport) -> ImportOutcome {
    if state.kinds.failures.contains(where: { $0.report.digest == incoming.report.digest }) {
      return .duplicate
    }
    state.kinds.failures.append(incoming)
    return .new
  }

  func note(_ problem: IncomingProblem, about report: IncomingTLSReport) {
    state.record(problem, about: report.report.key, now: started)
  }
}

extension MemoryStore {
  private func asked(_ filter: WindowFilter) -> [(MemoryKinds.TLS, [TLSPolicy])] {
    state.kinds.tls.filter {
      filter.window.contains($0.day) && (!filter.verifiedOnly || $0.trust == .verified)
    }.map { stored in
      (stored, stored.report.policies.filter { filter.includes(from: $0.domain) })
    }.filter { !$0.1.isEmpty }
  }

  /// The TLS reports of a window.
  public func tlsReports(_ filter: WindowFilter) -> [StoredTLSReport] {
    asked(filter).map { stored, policies in
      StoredTLSReport(
        metadata: stored.report.metadata, day: stored.day,
        domains: Set(policies.map(\.domain)).sorted(), policies: policies.count,
        successful: policies.map(\.successful).total(), failed: policies.map(\.failed).total(),
        leftOut: stored.report.leftOut, trust: stored.trust, deviations: stored.report.deviations)
    }
  }

  /// What the TLS reports of a window say.
  public func tlsFacts(_ filter: WindowFilter) -> TLSFacts {
    var facts = TLSFacts(window: filter.window)
    for (stored, policies) in asked(filter) {
      facts.reports += 1
      let reporter = stored.report.metadata.organization
      for policy in policies {
        facts.sessions.append(
          TLSFacts.Sessions(
            day: stored.day, reporter: reporter, domain: policy.domain, type: policy.type,
            successful: policy.successful, failed: policy.failed))
        facts.failures += policy.failures.map {
          TLSFacts.Failure(day: stored.day, reporter: reporter, domain: policy.domain, failure: $0)
        }
      }
    }
    return facts
  }

  /// What reports about single mails say of a window.
  public func failures(_ filter: WindowFilter) -> [FailureFact] {
    var sums: [FailureFact: MessageCount] = [:]
    for stored in state.kinds.failures
    where filter.window.contains(stored.day) && filter.includes(from: stored.report.domain ?? "")
      && (!filter.verifiedOnly || stored.trust == .verified)
    {
      let report = stored.report
      let fact = FailureFact(
        day: stored.day, reporter: stored.reporter, source: report.source,
        domain: report.domain ?? "", failure: report.failure, result: report.result, incidents: 0)
      sums[fact, default: 0] += report.incidents
    }
    return sums.map { fact, incidents in
      var fact = fact
      fact.incidents = incidents
      return fact
    }
  }

  /// The newest day that reports of another kind tell of.
  public func newestDay(of kind: OtherKind) -> Day? {
    switch kind {
    case .tls: state.kinds.tls.map(\.day).filter { $0 != .none }.max()
    case .failure: state.kinds.failures.map(\.day).max()
    }
  }
}
