public import DMARC

/// Answers questions about the reports that are stored.
///
/// Every function throws `StoreError`. What analyses and answers are made of comes through here,
/// whatever engine keeps it.
public protocol ReportReading {
  /// Everything of a window, with the names of domains, reporters and evaluations.
  ///
  /// Sources and evidence are many, and most questions need few of them: name the ones that are
  /// needed with `nameSources` and `nameEvidence`, or all with `naming: .everything`.
  func facts(_ filter: WindowFilter, naming: FactsNaming) throws -> WindowFacts
  /// Adds the addresses of the given sources to the names of facts.
  func nameSources(_ ids: some Sequence<Int>, in facts: inout WindowFacts) throws
  /// Adds the given evidence to the names of facts.
  func nameEvidence(_ ids: some Sequence<Int>, in facts: inout WindowFacts) throws
  /// The newest day that reports about these domains tell of, all where there are none; with
  /// `exact` without their subdomains. `nil` when there is no report.
  func newestDay(domains: [String], exact: Bool) throws -> Day?
  /// Hands over the records of a window one by one, report by report: memory stays flat.
  ///
  /// Throws what `visit` throws, too.
  func forEachRecord(_ filter: WindowFilter, _ visit: (StoredRecord) throws -> Void) throws
  /// The reports of a window, by day, policy domain, reporter and id.
  func reports(_ filter: WindowFilter) throws -> [StoredReport]
  /// The newest day that reports of another kind tell of; `nil` when there is none.
  func newestDay(of kind: OtherKind) throws -> Day?
  /// The TLS reports of a window, by day, domains, reporter and id.
  func tlsReports(_ filter: WindowFilter) throws -> [StoredTLSReport]
  /// What the TLS reports of a window say.
  func tlsFacts(_ filter: WindowFilter) throws -> TLSFacts
  /// What reports about single mails say of a window, by day.
  func failures(_ filter: WindowFilter) throws -> [FailureFact]
  /// Refused inputs and conflicting reports, oldest first.
  func problems() throws -> [StoredProblem]
  /// The names of a kind that begin with a text, in order, so many at the most.
  func names(_ kind: NameKind, beginningWith prefix: String, limit: Int?) throws -> [String]
  /// What the operator decided about senders, by pattern.
  func decisions() throws -> [SourceDecision]
  /// Which domains the operator says are theirs, by name and group.
  func ownDomains() throws -> [OwnDomain]
  /// Who reported about which policy domains, over all history, by domain and reporter.
  func reporterHistories() throws -> [ReporterHistory]
  /// The state of the store at a glance.
  func status() throws -> StoreStatus
}

/// What names are of.
public enum NameKind: Sendable {
  /// Domains that reports of any kind are about.
  case policyDomains
  /// Domains that stand in From, or elsewhere in what reports say of a mail's identifiers.
  case domains
  /// Domains that lately reported mail authenticated as, or tried to.
  case authenticated
  /// Addresses that mail came from.
  case addresses
}

/// How much of what facts refer to is read along with them.
public enum FactsNaming: Sendable {
  /// Domains, reporters and evaluations.
  case outline
  /// Sources and evidence too.
  case everything
}
