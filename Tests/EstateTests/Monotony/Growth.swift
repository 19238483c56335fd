import DMARC
import TestSupport

/// What there is more of in the larger estate of a pair.
enum Growth: String, CaseIterable {
  case messages
  case days
  case addresses
  case networks
}

extension Estate {
  /// The failing mail of a stream that a verdict on the last day is made from, by place in
  /// `batches`; of a stream that changed, from that day on.
  func failing(of stream: Int, _ domains: any OrganizationalDomains) -> [Batch] {
    let policy = policy(on: days - 1)
    return batches.filter { batch in
      guard batch.stream == stream, judgedDays().contains(batch.day),
        batch.day >= streams[stream].since ?? 0, policyDomain(of: batch.look.from) == domain
      else { return false }
      let passes = batch.look.passes(domains, policy)
      return !passes.dkim && !passes.spf
    }
  }

  /// The same with more failing mail of a stream; nothing that was there is changed.
  ///
  /// New mail is put behind all other, so that receivers deal with the rest as they did.
  func growing(
    _ growth: Growth, _ stream: Int, _ dice: inout Dice, _ domains: any OrganizationalDomains
  ) -> Estate {
    let failing = failing(of: stream, domains)
    guard !failing.isEmpty else { return self }
    var estate = self
    switch growth {
    case .messages: estate.batches += more(failing, &dice)
    case .days: estate.batches += onMoreDays(failing, from: streams[stream].since, &dice)
    case .addresses: estate.batches += elsewhere(failing, &dice) { $0.neighbour($1) }
    case .networks: estate.batches += elsewhere(failing, &dice) { $0.stranger($1) }
    }
    return estate
  }

  private func more(_ failing: [Batch], _ dice: inout Dice) -> [Batch] {
    let times = dice.size(1...20)
    let few = dice.chance(0.3)
    return failing.compactMap { batch in
      if few && !dice.chance(0.3) { return nil }
      var copy = batch
      copy.messages *= times
      return copy
    }
  }

  private func onMoreDays(_ failing: [Batch], from since: Int?, _ dice: inout Dice) -> [Batch] {
    let used = Set(failing.map(\.day))
    let free = judgedDays().filter { $0 >= since ?? 0 && !used.contains($0) }
    guard !free.isEmpty else { return [] }
    let count = min(dice.size(1...30), free.count)
    let start = dice.int(0...(free.count - count))
    let chosen =
      dice.chance(0.5)
      ? Array(free[start..<(start + count)]) : Array(free.shuffled(using: &dice).prefix(count))
    return chosen.flatMap { day in
      let model = dice.pick(failing).day
      return failing.filter { $0.day == model }.map { batch in
        var copy = batch
        copy.day = day
        return copy
      }
    }
  }

  private func elsewhere(
    _ failing: [Batch], _ dice: inout Dice, _ place: (inout Dice, String) -> String
  ) -> [Batch] {
    (0..<dice.size(1...30)).flatMap { _ in
      let model = dice.pick(failing).address
      let address = place(&dice, model)
      return failing.filter { $0.address == model }.map { batch in
        var copy = batch
        copy.address = address
        return copy
      }
    }
  }
}

extension Dice {
  /// Another address in the network of one.
  fileprivate mutating func neighbour(_ address: String) -> String {
    let separator: Character = address.contains(":") ? ":" : "."
    let parts = address.split(separator: separator, omittingEmptySubsequences: false)
    return (parts.dropLast().map(String.init) + ["\(int(1...254))"])
      .joined(separator: String(separator))
  }

  /// An address in a network of its own.
  fileprivate mutating func stranger(_ address: String) -> String {
    address.contains(":") ? "2001:db8:\(int(1000...9999))::5" : self.address(in: prefix())
  }
}
