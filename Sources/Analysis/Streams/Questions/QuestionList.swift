import DMARC
import Facts

/// Puts mail that only the owner can judge into a handful of questions.
///
/// A service is a question, and so is a network with addresses that come back. Networks that make
/// the same claim and come alike are one crowd and one question, and so are more of them than an
/// owner has forgotten servers.
struct QuestionList {
  /// Questions at a time: who has answered these is asked the next.
  private static let most = 5

  let sorted: SortedMail
  let domain: String
  /// Messages below which nothing is asked.
  let floor: MessageCount

  /// The questions about the groups chosen, the most mail first.
  func questions(where chosen: [Bool]) -> [Question] {
    let asked = chosen.indices.filter { chosen[$0] && sorted.items[$0].isAsked }
    let crowds = Crowds(
      asked.compactMap { number in
        keepsWeek(number) ? nil : claim(of: number).map { presence(of: number, $0) }
      })
    let questions = together(Dictionary(grouping: asked) { subject(of: $0, crowds) })
      .compactMap { question(about: $0.key, $0.value) }
    return Array(
      questions.sorted { ($1.failing, $0.pattern) < ($0.failing, $1.pattern) }.prefix(Self.most))
  }

  /// Puts networks that have too little mail for a question each into one about all of them.
  private func together(_ subjects: [Subject: [Int]]) -> [Subject: [Int]] {
    subjects.reduce(into: [:]) { questions, subject in
      guard case .network = subject.key, let first = subject.value.first,
        let claim = claim(of: first), failing(subject.value) < floor
      else { return questions[subject.key, default: []] += subject.value }
      questions[.crowd(claim), default: []] += subject.value
    }
  }

  private func failing(_ groups: [Int]) -> MessageCount {
    groups.map { sorted.mail.groups[$0].messages }.reduce(0, +)
  }

  /// What a question is about.
  private enum Subject: Hashable {
    case organization(Int)
    case network(Int)
    case address(Int)
    case crowd(Claim)
  }

  private func subject(of number: Int, _ crowds: Crowds) -> Subject {
    let group = sorted.mail.groups[number]
    if let stranger = group.stranger { return .organization(stranger) }
    if keepsWeek(number) { return .address(group.place) }
    if let claim = claim(of: number), crowds.contains(group.network, of: claim) {
      return .crowd(claim)
    }
    return .network(group.network)
  }

  /// Whether it rests with the owner's people, and so stands out from any crowd.
  private func keepsWeek(_ number: Int) -> Bool {
    if case .keepsWeek? = sorted.items[number].rule { return true }
    return false
  }

  private func presence(of number: Int, _ claim: Claim) -> Crowds.Presence {
    let days = sorted.mail.mail(of: number).map { sorted.mail.observation(of: $0).day }
    let group = sorted.mail.groups[number]
    return Crowds.Presence(
      network: group.network, claim: claim, first: days.min() ?? Day(number: 0),
      last: days.max() ?? Day(number: 0), messages: group.messages)
  }

  /// What the mail claims, where its claim is why it is asked about.
  private func claim(of number: Int) -> Claim? {
    guard sorted.mail.groups[number].stranger == nil else { return nil }
    return switch sorted.items[number].classification.reason {
    case .claimsOurEnvelope: .envelope
    case .claimsOurSignature: .signature
    case .nothingPasses: .name
    default: nil
    }
  }

  private func question(about subject: Subject, _ groups: [Int]) -> Question? {
    let mail = sorted.mail
    var (volumes, days): ([Int: MessageCount], Set<Day>) = ([:], [])
    for number in groups {
      let source = mail.groups[number].source
      volumes[source, default: 0] += mail.groups[number].messages
      for item in mail.mail(of: number) { days.insert(mail.observation(of: item).day) }
    }
    let failing = volumes.values.total()
    guard failing >= floor, let largest = largest(groups) else { return nil }
    let sources = volumes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    return Question(
      identity: identity(of: subject, sources: sources, largest), kind: kind(largest),
      messages: failing + passing(subject), failing: failing, sources: sources,
      days: days.sorted(), rule: sorted.items[largest].rule ?? .tooLittle,
      reason: sorted.items[largest].classification.reason,
      pattern: pattern(of: subject, sources: sources, largest), domain: domain)
  }

  private func kind(_ group: Int) -> StreamClass { sorted.items[group].classification.kind }

  private func largest(_ groups: [Int]) -> Int? {
    groups.max { (sorted.mail.groups[$0].messages, $1) < (sorted.mail.groups[$1].messages, $0) }
  }

  /// Mail of the same sender that passes.
  private func passing(_ subject: Subject) -> MessageCount {
    guard case .organization(let name) = subject else { return 0 }
    return sorted.mail.groups.filter { $0.passes && $0.stranger == name }.map(\.messages).total()
  }

  private func identity(of subject: Subject, sources: [Int], _ largest: Int) -> Identity {
    let mail = sorted.mail
    switch subject {
    case .organization(let name): return mail.identity(of: .organization(name))
    case .address(let place): return mail.identity(of: .address(place))
    case .network(let network):
      return sources.count == 1
        ? mail.identity(of: .address(mail.groups[largest].place))
        : mail.identity(of: .network(network))
    case .crowd(let claim): return Identity(crowd: claim)
    }
  }

  private func pattern(of subject: Subject, sources: [Int], _ largest: Int) -> String {
    if case .crowd(let claim) = subject { return claim.pattern }
    return identity(of: subject, sources: sources, largest).key
  }
}
