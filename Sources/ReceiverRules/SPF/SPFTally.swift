internal import DMARC
internal import DNS

/// What a check has cost so far, counted over the whole recursion, and the way it took.
struct SPFTally {
  private(set) var lookups = 0
  private(set) var voids = 0
  private(set) var trace: [SPFOutcome.Step] = []

  /// Gives a step its end, which only what came after it decided.
  mutating func end(_ place: Int, answer: String, _ result: String) {
    trace[place] = trace[place].ending(answer: answer, result)
  }

  /// Counts a term that needs DNS; throws at the eleventh (4.6.4).
  mutating func count(_ term: String, _ walk: SPFTermWalk) throws(SPFStop) -> Int {
    guard lookups < SPFLimits.lookups else {
      note(term, walk, result: "permerror")
      throw .permanent("\(term) of \(walk.domain) would be look-up eleven, and ten are allowed")
    }
    lookups += 1
    return lookups
  }

  /// Throws where an answer ends the check: it is not known, or a third one has found nothing.
  mutating func settle(
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
  mutating func note(
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
