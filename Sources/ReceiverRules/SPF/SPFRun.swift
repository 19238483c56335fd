internal import DMARC
internal import DNS
internal import PublishedRecords

/// One run of `check_host()`: what is counted over the whole recursion, and the way it took.
actor SPFRun {
  let query: SPFQuery
  let resolver: any DNSResolving
  private let drafts: [String: String]
  private var lookups = 0
  private var voids = 0
  private var trace: [SPFOutcome.Step] = []
  private var problem: String?
  private var validatedNames: [String]?

  init(query: SPFQuery, resolver: any DNSResolving, drafts: [String: String]) {
    self.query = query
    self.resolver = resolver
    self.drafts = drafts
  }

  func outcome() async -> SPFOutcome {
    let domain = DNSName.normalized(query.domain)
    var result = SPFResult.none
    var explanation: String?
    var path: [SPFOutcome.Step] = []
    // A name that cannot be asked for, or of a single label, has no policy (4.3).
    if DNSName.isAskable(domain), DNSName.labels(domain).count > 1 {
      do {
        let end = try await check(domain, depth: 0)
        result = end.result
        path = end.path
        if result == .fail { explanation = await self.explanation(end) }
      } catch {
        result = error.result
        problem = error.reason
      }
    } else {
      problem = "the domain is no name that DNS can be asked for"
    }
    return SPFOutcome(
      result: result, explanation: explanation, lookups: lookups, voids: voids, path: path,
      trace: trace, problem: problem)
  }

  /// How a record ended: the result, and the record that may explain it.
  struct End {
    let result: SPFResult
    let record: SPFRecord
    let domain: String
    /// The terms that matched, each include before what matched in it; none where nothing did.
    let path: [SPFOutcome.Step]
  }

  /// The result of a domain's record; throws where there is none, or where it is an error.
  private func check(_ domain: String, depth: Int) async throws(SPFStop) -> End {
    let record = try await record(of: domain)
    let terms = SPFTermWalk(domain: domain, depth: depth)
    for term in record.terms {
      guard case .directive(let qualifier, let mechanism) = term.kind else { continue }
      let path = try await matches(mechanism, term, terms)
      if !path.isEmpty {
        return End(result: qualifier.result, record: record, domain: domain, path: path)
      }
    }
    guard record.allIndex == nil, let redirect = record.redirect else {
      return End(result: .neutral, record: record, domain: domain, path: [])
    }
    return try await follow(redirect, from: domain, depth: depth)
  }

  private func follow(
    _ redirect: MacroString, from domain: String, depth: Int
  ) async throws(SPFStop) -> End {
    let step = SPFTermWalk(domain: domain, depth: depth)
    let text = "redirect=\(redirect.text)"
    let number = try count(text, step)
    let target = try await name(redirect, domain)
    note(text, step, name: target, lookup: number, answer: "", result: "followed")
    guard DNSName.isAskable(target) else { throw .permanent("\(text): no such name can be") }
    do {
      return try await check(target, depth: depth + 1)
    } catch  where error.result == .none {
      // A redirect to a name without a record is an error (6.1).
      throw .permanent("\(target) has no SPF record, and \(text) leads there")
    }
  }

  /// The one record of a name (4.4, 4.5).
  private func record(of domain: String) async throws(SPFStop) -> SPFRecord {
    var texts: [String]
    if let draft = drafts[domain] {
      texts = [draft]
    } else {
      let answer = await resolver.ask(domain, .txt)
      if let trouble = answer.trouble {
        throw .temporary("the TXT records of \(domain) are not known: \(trouble.sentence)")
      }
      texts = answer.texts
    }
    texts = SPFRecord.candidates(among: texts)
    guard let text = texts.first, let record = SPFRecord(text) else {
      throw .noRecord("\(domain) has no SPF record")
    }
    guard texts.count == 1 else {
      throw .permanent("\(domain) has \(texts.count) SPF records")
    }
    // Errors anywhere count before anything is evaluated (4.6).
    if let bad = record.badTerms.first {
      throw .permanent("the record of \(domain) cannot be read at \(bad.text)")
    }
    return record
  }

  /// The steps that make a mechanism match; none where it does not.
  private func matches(
    _ mechanism: SPFMechanism, _ term: SPFTerm, _ walk: SPFTermWalk
  ) async throws(SPFStop) -> [SPFOutcome.Step] {
    switch mechanism {
    case .all:
      return [note(term.text, walk, result: "match")]
    case .ip(let block):
      let isMatch = block.contains(query.address)
      let step = note(term.text, walk, result: isMatch ? "match" : "no match")
      return isMatch ? [step] : []
    case .include(let name): return try await includes(name, term.text, walk)
    case .exists(let name):
      let number = try count(term.text, walk)
      return try await asks(try await self.name(name, walk.domain), .a, term.text, number, walk) {
        !$0.isEmpty
      }
    case .a(let name, let prefixes):
      let number = try count(term.text, walk)
      let host = try await self.name(name, walk.domain)
      return try await asks(host, addressType, term.text, number, walk) { [query] in
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
    let answer = await known(name, type)
    try settle(answer, name, type, term, number, walk)
    let isMatch = test(answer.records)
    let step = note(
      term, walk, name: name, lookup: number, answer: answer.shown,
      result: isMatch ? "match" : "no match")
    return isMatch ? [step] : []
  }

  private func includes(
    _ name: MacroString, _ term: String, _ walk: SPFTermWalk
  ) async throws(SPFStop) -> [SPFOutcome.Step] {
    let number = try count(term, walk)
    let target = try await self.name(name, walk.domain)
    let place = trace.count
    note(term, walk, name: target, lookup: number, answer: "", result: "")
    guard DNSName.isAskable(target) else { throw .permanent("\(term): no such name can be") }
    do {
      let end = try await check(target, depth: walk.depth + 1)
      let isMatch = end.result == .pass
      trace[place] = trace[place].ending(
        answer: end.result.rawValue, isMatch ? "match" : "no match")
      return isMatch ? [trace[place]] + end.path : []
    } catch {
      trace[place] = trace[place].ending(answer: error.result.rawValue, error.effect.rawValue)
      // No record there is an error here (5.2).
      guard error.result == .none else { throw error }
      throw .permanent("\(target) has no SPF record, and \(term) needs one")
    }
  }

  private func exchanges(
    _ name: MacroString?, _ prefixes: SPFPrefixes, _ term: String, _ walk: SPFTermWalk
  ) async throws(SPFStop) -> [SPFOutcome.Step] {
    let number = try count(term, walk)
    let target = try await self.name(name, walk.domain)
    let answer = await known(target, .mx)
    try settle(answer, target, .mx, term, number, walk)
    let hosts = answer.records.compactMap { record -> (Int, String)? in
      guard case .exchange(let preference, let host) = record, !host.isEmpty else { return nil }
      return (preference, host)
    }.sorted { $0.0 < $1.0 }.map(\.1)
    // Not more than ten addresses may be asked for on behalf of one mx (4.6.4).
    guard hosts.count <= SPFLimits.exchanges else {
      throw .permanent("\(term): \(target) has \(hosts.count) mail servers, and ten are allowed")
    }
    for host in hosts {
      let addresses = await known(host, addressType)
      if let trouble = addresses.trouble {
        throw .temporary("the addresses of \(host) are not known: \(trouble.sentence)")
      }
      guard prefixes.hold(query.address, in: addresses.records) else { continue }
      return [note(term, walk, name: target, lookup: number, answer: host, result: "match")]
    }
    note(term, walk, name: target, lookup: number, answer: answer.shown, result: "no match")
    return []
  }

  private func pointers(
    _ name: MacroString?, _ term: String, _ walk: SPFTermWalk
  ) async throws(SPFStop) -> [SPFOutcome.Step] {
    let number = try count(term, walk)
    let target = try await self.name(name, walk.domain)
    let names = await validated()
    let isMatch = names.contains { DomainName.isWithin($0, target) }
    let step = note(
      term, walk, name: target, lookup: number, answer: names.joined(separator: " "),
      result: isMatch ? "match" : "no match")
    return isMatch ? [step] : []
  }

  /// The names of the address that lead back to it (5.5); asked for once.
  private func validated() async -> [String] {
    if let validatedNames { return validatedNames }
    var names: [String] = []
    if let reverse = query.address.reverseName {
      for pointer in await known(reverse, .ptr).records.prefix(SPFLimits.pointers) {
        guard let name = pointer.name else { continue }
        // A name whose addresses cannot be had is skipped.
        let addresses = await known(name, addressType).records.compactMap(\.address)
        if addresses.contains(query.address) { names.append(name) }
      }
    }
    validatedNames = names
    return names
  }

  /// A name with its macros expanded; the domain itself where a term names none.
  private func name(_ macros: MacroString?, _ domain: String) async throws(SPFStop) -> String {
    guard let macros else { return domain }
    guard let name = await expander(macros, domain).name(macros) else {
      throw .permanent("\(macros.text) grows without end")
    }
    return name
  }

  private func expander(_ macros: MacroString, _ domain: String) async -> MacroExpander {
    var expander = MacroExpander(query: query, domain: domain)
    guard macros.usesValidatedName else { return expander }
    let names = await validated()
    // The domain itself is preferred, then a name below it, then any (7.3).
    expander.validatedName =
      names.first { $0 == domain } ?? names.first { DomainName.isWithin($0, domain) }
      ?? names.first ?? "unknown"
    return expander
  }

  /// The explanation of a failure; any trouble on the way, and there is none (6.2).
  private func explanation(_ end: End) async -> String? {
    guard let macros = end.record.explanation, let target = try? await name(macros, end.domain)
    else { return nil }
    let texts = await known(target, .txt).records.compactMap(\.text)
    guard texts.count == 1, let macros = MacroString(texts[0], in: .explanation) else { return nil }
    return await expander(macros, end.domain).text(macros)
  }

  private var addressType: DNSType { query.address.family == .ipv6 ? .aaaa : .a }

  private func known(_ name: String, _ type: DNSType) async -> DNSAnswer {
    // A name that cannot be asked for does not exist (4.8).
    DNSName.isAskable(name) ? await resolver.ask(name, type) : DNSAnswer(.notThere(.noName))
  }

  private func count(_ term: String, _ walk: SPFTermWalk) throws(SPFStop) -> Int {
    guard lookups < SPFLimits.lookups else {
      note(term, walk, result: "permerror")
      throw .permanent("\(term) of \(walk.domain) would be look-up eleven, and ten are allowed")
    }
    lookups += 1
    return lookups
  }

  /// Throws where an answer ends the check: it is not known, or a third one has found nothing.
  private func settle(
    _ answer: DNSAnswer, _ name: String, _ type: DNSType, _ term: String, _ number: Int,
    _ walk: SPFTermWalk
  ) throws(SPFStop) {
    if let trouble = answer.trouble {
      note(term, walk, name: name, lookup: number, answer: trouble.sentence, result: "temperror")
      throw .temporary("\(type.text) of \(name) is not known: \(trouble.sentence)")
    }
    guard answer.records.isEmpty else { return }
    voids += 1
    guard voids > SPFLimits.voids else { return }
    note(term, walk, name: name, lookup: number, answer: answer.shown, result: "permerror")
    throw .permanent("\(term) of \(walk.domain) is the third look-up that finds nothing")
  }

  @discardableResult
  private func note(
    _ term: String, _ walk: SPFTermWalk, name: String = "", lookup: Int? = nil,
    answer: String = "", result: String
  ) -> SPFOutcome.Step {
    let step = SPFOutcome.Step(
      depth: walk.depth, domain: walk.domain, term: term, name: name, lookup: lookup,
      answer: answer, result: result)
    trace.append(step)
    return step
  }
}

/// Where in the recursion a term stands.
struct SPFTermWalk {
  let domain: String
  let depth: Int
}
