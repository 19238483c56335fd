import DMARC
import Facts

/// The senders of a domain of which it is worth a word when they come, break or recover.
///
/// That is mail that passes, mail of the owner's that fails, and mail of a service of which the owner is
/// asked. An address that nothing authenticates is none: a domain has dozens of them in a month, and
/// what they add up to is told by the verdict. Neither is a forwarder.
struct WatchedSenders {
  let options: AlertOptions
  /// Numbers of established reporters: a made-up report tells of no sender.
  let established: Set<Int>
  /// The last complete day.
  let asOf: Day
  /// Days within which a sender that was never seen counts as new; longer ago it may merely have
  /// been too small to be listed.
  static let newDays = 14

  /// The senders by what they are remembered by.
  func senders(of domain: DomainReadiness) -> [String: Found] {
    var senders: [String: Found] = [:]
    for stream in domain.own.streams + (domain.subdomains?.streams ?? []) where isWatched(stream) {
      senders[stream.identity.key, default: Found(stream.identity)].add(stream)
    }
    return senders.filter { _, sender in
      sender.messages >= options.senderMessages && sender.days.count >= options.senderDays
    }
  }

  private func isWatched(_ stream: Stream) -> Bool {
    guard stream.identity.kind != .others, stream.identity.kind != .crowd,
      !established.isDisjoint(with: stream.reporters)
    else { return false }
    switch stream.kind {
    case .aligned: return true
    case .ownBroken, .thirdParty: return stream.weighs || stream.isAsked
    case .forwarded, .unauthenticated: return false
    }
  }

  /// A sender with all of its mail that is watched.
  struct Found {
    let identity: Identity
    var name: String?
    private(set) var messages: MessageCount = 0
    private(set) var failing: MessageCount = 0
    private(set) var days: Set<Day> = []
    private var isThirdParty = false
    private var isAtStake = false

    init(_ identity: Identity) { self.identity = identity }

    mutating func add(_ stream: Stream) {
      name = name ?? stream.name
      messages += stream.messages
      days.formUnion(stream.days)
      if stream.kind == .thirdParty { isThirdParty = true }
      if stream.weighs || stream.isAsked { failing += stream.failing }
      if stream.isAtStake || stream.isAsked { isAtStake = true }
    }

    /// Whether so much fails that it is told of.
    func fails(_ options: AlertOptions) -> Bool {
      isAtStake && failing >= options.senderMessages
    }

    /// Whether it was first seen lately.
    func isNew(asOf day: Day) -> Bool {
      days.min().map { $0.distance(to: day) < WatchedSenders.newDays } ?? false
    }

    var told: AlertSender {
      AlertSender(
        identity: identity, name: name, isThirdParty: isThirdParty, messages: messages,
        failing: failing, days: days.count)
    }
  }
}
