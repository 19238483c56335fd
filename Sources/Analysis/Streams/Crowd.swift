import DMARC

/// Tells forgotten servers from a botnet: of the former there are few, of the latter many alike.
struct Crowd {
  var thresholds = BehaviourThresholds()
  /// Whether the domain has passing mail to compare with.
  var hasPassing = true

  private var most: Int {
    hasPassing ? thresholds.crowdNetworks : thresholds.crowdNetworksWithoutPassing
  }

  struct Member {
    let unit: String
    let address: SourceAddress
    let messages: Int64
  }

  /// The units that are to be believed.
  func believed(_ members: [Member]) -> Set<String> {
    let networks = Dictionary(grouping: members) { Network.neighbourhood(of: $0.address) }
    let calm = networks.values.filter { $0.count < thresholds.crowdAddresses }
    if calm.count == networks.count, networks.count < most {
      return Set(members.map(\.unit))
    }
    if networks.count < most {
      return Set(calm.joined().map(\.unit)).union(standingOut(members))
    }
    return standingOut(members)
  }

  private func standingOut(_ members: [Member]) -> Set<String> {
    let volumes = members.map(\.messages).sorted()
    guard !volumes.isEmpty else { return [] }
    let (limit, overflow) = volumes[(volumes.count - 1) / 2]
      .multipliedReportingOverflow(by: thresholds.standOut)
    return Set(members.filter { !overflow && $0.messages >= limit }.map(\.unit))
  }
}
