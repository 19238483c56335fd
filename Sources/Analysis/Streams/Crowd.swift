import DMARC

/// Tells forgotten servers from a botnet: of the former there are few, of the latter many alike.
struct Crowd {
  var thresholds = BehaviourThresholds()
  /// Weekend mail of the domain as part of its weekday mail.
  var domainWeekend = 1.0
  /// Whether the domain has passing mail to compare with.
  var hasPassing = true

  /// An address that claims to be ours.
  struct Member {
    let unit: Int
    /// A number of the domain's networks.
    let network: Int
    let messages: MessageCount
    let days: Int
    /// Days on which few others claimed the same.
    let clearDays: Int
    /// Weekend mail as part of weekday mail.
    let weekend: Double
    /// What speaks for it.
    let habit: Habit?
  }

  /// The units that are to be believed, of each kind of habit by itself.
  func believed(_ members: [Member]) -> Set<Int> {
    let steady = members.filter { $0.habit?.isSteady ?? ($0.days >= thresholds.crowdDays) }
    let others = members.filter { $0.habit.map { !$0.isSteady } ?? false }
    return chosen(of: steady).union(chosen(of: others))
  }

  private func chosen(of members: [Member]) -> Set<Int> {
    let candidates = members.filter { $0.habit != nil }
    let networks = Dictionary(grouping: members, by: \.network)
    let most = hasPassing ? thresholds.crowdNetworks : thresholds.crowdNetworksWithoutPassing
    guard networks.count < most else { return standingOut(candidates, of: members) }
    let crowded = Set(
      networks.filter { $0.value.count >= thresholds.crowdAddresses }.keys)
    let calm = candidates.filter { !crowded.contains($0.network) }
    return Set(calm.map(\.unit)).union(standingOut(candidates, of: members))
  }

  private func standingOut(_ candidates: [Member], of members: [Member]) -> Set<Int> {
    let volume = middle(members.map(\.messages)) ?? 0
    let weekend = middle(members.map(\.weekend)) ?? 1
    let chosen = candidates.filter { member in
      member.messages / thresholds.standOut >= max(1, volume)
        || member.clearDays >= thresholds.claimDays
        || followsDomain(member, crowd: weekend)
    }
    return Set(chosen.map(\.unit))
  }

  /// People rest on weekends and botnets do not: one that keeps the domain's own week, in a crowd
  /// that does not, belongs to the domain.
  private func followsDomain(_ member: Member, crowd: Double) -> Bool {
    domainWeekend < thresholds.rhythm && crowd > thresholds.rhythm + 0.15
      && member.days >= thresholds.rhythmDays && member.weekend <= domainWeekend + 0.15
  }

  private func middle<Value: Comparable>(_ values: [Value]) -> Value? {
    values.isEmpty ? nil : values.sorted()[(values.count - 1) / 2]
  }
}

extension Habit {
  fileprivate var isSteady: Bool {
    if case .steady = self { return true }
    return false
  }
}
