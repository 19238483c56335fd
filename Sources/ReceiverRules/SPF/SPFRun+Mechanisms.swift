internal import DMARC
internal import DNS
internal import PublishedRecords

/// What the mechanisms of RFC 7208 5 compare the mail with.
extension SPFRun {
  /// The steps that make a mechanism match; none where it does not.
  func matches(
    _ mechanism: SPFMechanism, _ term: SPFTerm, _ walk: SPFTermWalk
  ) async throws(SPFStop) -> [SPFOutcome.Step] {
    switch mechanism {
    case .all:
      return [tally.note(term.text, walk, result: "match")]
    case .ip(let block):
      let isMatch = block.contains(query.address)
      let step = tally.note(term.text, walk, result: isMatch ? "match" : "no match")
      return isMatch ? [step] : []
    case .include(let name): return try await includes(name, term.text, walk)
    case .exists(let name):
      let number = try tally.count(term.text, walk)
      return try await asks(try await names.name(name, walk.domain), .a, term.text, number, walk) {
        !$0.isEmpty
      }
    case .a(let name, let prefixes):
      let number = try tally.count(term.text, walk)
      let host = try await names.name(name, walk.domain)
      return try await asks(host, names.addressType, term.text, number, walk) { [query] in
        prefixes.hold(query.address, in: $0)
      }
    case .mx(let name, let prefixes): return try await exchanges(name, prefixes, term.text, walk)
    case .ptr(let name): return try await pointers(name, term.text, walk)
    }
  }

  /// Whether a name has a record that satisfies a test; names that cannot be asked for have none
  /// (4.8).
  private func asks(
    _ name: String, _ type: DNSType, _ term: String, _ number: Int, _ walk: SPFTermWalk,
    for test: ([DNSData]) -> Bool
  ) async throws(SPFStop) -> [SPFOutcome.Step] {
    let answer = await names.known(name, type)
    try tally.settle(answer, name, type, term, number, walk)
    let isMatch = test(answer.records)
    let step = tally.note(
      term, walk, name: name, lookup: number, answer: answer.shown,
      result: isMatch ? "match" : "no match")
    return isMatch ? [step] : []
  }

  private func includes(
    _ name: MacroString, _ term: String, _ walk: SPFTermWalk
  ) async throws(SPFStop) -> [SPFOutcome.Step] {
    let number = try tally.count(term, walk)
    let target = try await names.name(name, walk.domain)
    let place = tally.trace.count
    tally.note(term, walk, name: target, lookup: number, answer: "", result: "")
    guard DNSName.isAskable(target) else { throw .permanent("\(term): no such name can be") }
    do {
      let end = try await check(target, depth: walk.depth + 1)
      let isMatch = end.result == .pass
      tally.end(
        place,
        answer: end.result.rawValue, isMatch ? "match" : "no match")
      return isMatch ? [tally.trace[place]] + end.path : []
    } catch {
      tally.end(place, answer: error.result.rawValue, error.effect.rawValue)
      // No record there is an error here (5.2).
      guard error.result == .none else { throw error }
      throw .permanent("\(target) has no SPF record, and \(term) needs one")
    }
  }

  private func exchanges(
    _ name: MacroString?, _ prefixes: SPFPrefixes, _ term: String, _ walk: SPFTermWalk
  ) async throws(SPFStop) -> [SPFOutcome.Step] {
    let number = try tally.count(term, walk)
    let target = try await names.name(name, walk.domain)
    let answer = await names.known(target, .mx)
    try tally.settle(answer, target, .mx, term, number, walk)
    let hosts = answer.records.compactMap { record -> (Int, String)? in
      guard case .exchange(let preference, let host) = record, !host.isEmpty else { return nil }
      return (preference, host)
    }.sorted { $0.0 < $1.0 }.map(\.1)
    // Not more than ten addresses may be asked for on behalf of one mx (4.6.4).
    guard hosts.count <= SPFLimits.exchanges else {
      throw .permanent("\(term): \(target) has \(hosts.count) mail servers, and ten are allowed")
    }
    for host in hosts {
      let addresses = await names.known(host, names.addressType)
      if let trouble = addresses.trouble {
        throw .temporary("the addresses of \(host) are not known: \(trouble.sentence)")
      }
      guard prefixes.hold(query.address, in: addresses.records) else { continue }
      return [tally.note(term, walk, name: target, lookup: number, answer: host, result: "match")]
    }
    tally.note(term, walk, name: target, lookup: number, answer: answer.shown, result: "no match")
    return []
  }

  private func pointers(
    _ name: MacroString?, _ term: String, _ walk: SPFTermWalk
  ) async throws(SPFStop) -> [SPFOutcome.Step] {
    let number = try tally.count(term, walk)
    let target = try await names.name(name, walk.domain)
    let validated = await names.validated()
    let isMatch = validated.contains { DomainName.isWithin($0, target) }
    let step = tally.note(
      term, walk, name: target, lookup: number, answer: validated.joined(separator: " "),
      result: isMatch ? "match" : "no match")
    return isMatch ? [step] : []
  }
}
