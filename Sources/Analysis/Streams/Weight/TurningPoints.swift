import DMARC

/// Finds the days on which senders of ours were repaired, or broke.
///
/// What was repaired is not broken: it needs time, not advice. What passed until a day and has
/// failed since is broken, however little of the window that is.
struct TurningPoints {
  /// What became of a sender.
  enum Turn: Equatable {
    /// All its mail passes since a day.
    case repaired(since: Day)
    /// Its mail passed until a day and has failed since.
    case broken(until: Day, since: Day)
  }

  /// Mail of one sender by day.
  struct Course {
    var failing: [Day: MessageCount] = [:]
    /// As established reporters saw it.
    var passing: [Day: MessageCount] = [:]
    /// The part of the passing mail that is set up as failing mail is.
    var passingAlike: [Day: MessageCount] = [:]
  }

  private let mail: DomainMail
  private let floor: MessageCount
  private var courses: [Int: Course] = [:]
  /// Setups of failing mail, by sender.
  private var setups: [Int: Set<Int>] = [:]
  private var senders = Numbering<Sender>()

  init(of groups: [Int], in mail: DomainMail, floor: MessageCount) {
    self.mail = mail
    self.floor = floor
    for group in groups {
      let sender = senders.number(of: Self.sender(of: mail.groups[group]))
      setups[sender, default: []].insert(mail.digest(of: mail.groups[group]).setup)
      for item in mail.mail(of: group) where mail.observation(of: item).isEstablished {
        courses[sender, default: Course()].failing.add(
          item.messages, mail.observation(of: item).day)
      }
    }
    for group in mail.groups.indices where mail.groups[group].passes {
      guard let sender = senders.find(Self.sender(of: mail.groups[group])) else { continue }
      let isAlike = setups[sender]?.contains(mail.digest(of: mail.groups[group]).setup) ?? false
      for item in mail.mail(of: group) where mail.observation(of: item).isEstablished {
        let day = mail.observation(of: item).day
        courses[sender]?.passing.add(item.messages, day)
        if isAlike { courses[sender]?.passingAlike.add(item.messages, day) }
      }
    }
  }

  /// Mail of a service is that of its organization, other mail that of its address.
  private static func sender(of group: MailGroup) -> Sender {
    group.stranger.map(Sender.organization) ?? .address(group.place)
  }

  /// What became of the sender of a group; `nil` where nothing turned.
  func turn(of group: Int) -> Turn? {
    senders.find(Self.sender(of: mail.groups[group])).flatMap { courses[$0] }?.turn(floor: floor)
  }
}

extension TurningPoints.Course {
  func turn(floor: MessageCount) -> TurningPoints.Turn? {
    guard let first = failing.keys.min(), let last = failing.keys.max() else { return nil }
    if isRepaired(after: last, from: first, floor: floor) {
      let since = passing.keys.filter { $0 > last }.min() ?? last
      return .repaired(since: since)
    }
    guard let until = passing.keys.max(), until < last, passing.count >= 3 else { return nil }
    let after = failing.filter { $0.key > until }
    guard let since = after.keys.min(), after.values.total() >= floor else { return nil }
    return .broken(until: until, since: since)
  }

  /// Whether nothing fails any more: all that mails since passes, and what failed before either
  /// was the sender's mail for the most part, or would have been seen again if it still failed.
  private func isRepaired(after last: Day, from first: Day, floor: MessageCount) -> Bool {
    let failed = failing.values.total()
    let since = passing.filter { $0.key > last }
    guard since.count >= min(2, failing.count), since.values.total() >= floor else {
      return false
    }
    let passedBefore = passing.filter { $0.key <= last }.values.total()
    if failed >= passedBefore { return true }
    let alike = passingAlike.filter { $0.key > last }
    let rate = Double(failed) / Double(last.number - first.number + 1)
    return alike.count >= 2 && alike.values.total() >= floor && rate * Double(alike.count) >= 4
  }
}

extension [Day: MessageCount] {
  fileprivate mutating func add(_ messages: MessageCount, _ day: Day) {
    self[day, default: 0] += messages
  }
}
