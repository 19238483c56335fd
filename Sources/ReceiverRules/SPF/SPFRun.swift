internal import DMARC
internal import DNS
internal import PublishedRecords

/// One run of `check_host()`: what is counted over the whole recursion, and the way it took.
actor SPFRun {
  let query: SPFQuery
  let names: SPFNames
  private let drafts: [String: String]
  /// What it has cost so far; the mechanisms count in it.
  var tally = SPFTally()

  init(query: SPFQuery, resolver: any DNSResolving, drafts: [String: String]) {
    self.query = query
    names = SPFNames(query: query, resolver: resolver)
    self.drafts = drafts
  }

  func outcome() async -> SPFOutcome {
    let domain = DNSName.normalized(query.domain)
    var result = SPFResult.none
    var problem: String?
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
      result: result, explanation: explanation, lookups: tally.lookups, voids: tally.voids,
      path: path, trace: tally.trace, problem: problem)
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
  func check(_ domain: String, depth: Int) async throws(SPFStop) -> End {
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
    let number = try tally.count(text, step)
    let target = try await names.name(redirect, domain)
    tally.note(text, step, name: target, lookup: number, answer: "", result: "followed")
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
      let answer = await names.known(domain, .txt)
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

  /// The explanation of a failure; any trouble on the way, and there is none (6.2).
  private func explanation(_ end: End) async -> String? {
    guard let macros = end.record.explanation,
      let target = try? await names.name(macros, end.domain)
    else { return nil }
    let texts = await names.known(target, .txt).records.compactMap(\.text)
    guard texts.count == 1, let macros = MacroString(texts[0], in: .explanation) else { return nil }
    return await names.expander(macros, end.domain).text(macros)
  }
}
