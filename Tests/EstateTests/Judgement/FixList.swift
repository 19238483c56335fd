import Analysis
import DMARC
import Facts

/// Compares what is said to be set right with what really is wrong.
struct FixList {
  private let estate: Estate
  private let truth: Truth
  private let mail: FailingMail
  private let names: Names
  private let readiness: DomainReadiness

  init(
    _ estate: Estate, _ domains: any OrganizationalDomains, _ names: Names,
    _ readiness: DomainReadiness
  ) {
    self.estate = estate
    self.names = names
    self.readiness = readiness
    truth = Truth(estate, domains: domains) { _ in true }
    mail = FailingMail(estate, domains)
  }

  /// Messages from which on a lost stream must be found.
  static let lost = 20

  func measure(_ judged: inout Judged) {
    let weighing = (readiness.own.streams + (readiness.subdomains?.streams ?? []))
      .filter { $0.weighs && $0.failing > 0 }
      .map { stream in (stream: stream, holding: holding(of: stream)) }
    for (stream, holding) in weighing where stream.atRisk.number >= Truth.floor {
      judged.precision.all += 1
      if holding.lost * 2 >= holding.total { judged.precision.good += 1 }
    }
    let asked = readiness.questions.map { question in
      mail.held(
        by: question.identity, question.kind, sources: question.sources, days: question.days,
        names: names)
    }
    // What no report shows cannot be found.
    guard estate.group != .waiting else { return }
    for (index, fate) in truth.fates where fate.lost >= Self.lost {
      judged.recall.all += 1
      let found = (weighing.map(\.holding) + asked).map { $0.byStream[index] ?? 0 }.reduce(0, +)
      if found * 2 >= fate.lost { judged.recall.good += 1 }
    }
    for (stream, holding) in weighing { advise(stream, holding, &judged) }
  }

  /// Whether the stream's advice is what sets the mail right that it mostly holds.
  private func advise(
    _ stream: Stream, _ holding: FailingMail.Holding, _ judged: inout Judged
  ) {
    guard
      let most = holding.byStream.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      most.value >= Truth.floor
    else { return }
    let remedies = estate.streams[most.key].remedies
    guard !remedies.isEmpty else { return }
    judged.advice.all += 1
    if remedies.contains(Advice.remedy(stream.remedy)) { judged.advice.good += 1 }
  }

  private func holding(of stream: Stream) -> FailingMail.Holding {
    mail.held(
      by: stream.identity, stream.kind, sources: stream.sources, days: stream.days, names: names)
  }
}
