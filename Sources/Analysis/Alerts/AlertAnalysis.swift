import DMARC
public import Facts

/// Says what is new since it was last asked: each thing once, and once more when it is over.
///
/// A pure function of the verdicts on a window of complete days, of the state of the store, and of what
/// was remembered: it reads no clock.
public struct AlertAnalysis {
  private let options: AlertOptions
  private let now: Int64

  /// An analysis at a moment, in UTC seconds.
  public init(options: AlertOptions = AlertOptions(), now: Int64) {
    self.options = options
    self.now = now
  }

  /// What there is to tell, and what to remember of it.
  public struct Outcome: Hashable, Sendable {
    /// By domain; what is about none comes first.
    public var alerts: [Alert]
    /// What the next question is to be given.
    public var notes: [WatchNote]
  }

  /// The alerts on a report whose window ends with the last complete day, made with timelines;
  /// `names` are those of its facts.
  public func outcome(
    of report: ReadinessReport, names: Names, status: StoreStatus, problems: [StoredProblem],
    notes: [WatchNote]
  ) -> Outcome {
    var memory = WatchMemory(notes, today: Day(containing: now))
    var alerts = StoreWatch(status: status, problems: problems, options: options, now: now)
      .alerts(&memory)
    alerts += self.alerts(on: report, names: names, &memory)
    return Outcome(
      alerts: alerts, notes: memory.notes(ofLookedAt: Set(report.domains.map(\.domain))))
  }

  /// Those of the domains alone.
  func alerts(
    on report: ReadinessReport, names: Names, _ memory: inout WatchMemory
  ) -> [Alert] {
    let reporters = Dictionary(zip(names.reporters.values, names.reporters.ids)) { first, _ in first
    }
    // One report makes a domain; only an established reporter makes one that is watched.
    let watched = report.domains.filter {
      !$0.establishedReporters.isEmpty || memory.value(.domain, $0.domain) != nil
    }
    return watched.flatMap { domain in
      DomainWatch(
        domain: domain, options: options, asOf: report.asOf,
        established: Set(domain.establishedReporters.compactMap { reporters[$0] })
      ).alerts(&memory)
    }
  }
}
