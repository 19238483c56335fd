import DMARC
import Facts

extension TrafficFact {
  /// What an entry of the roll-up says.
  @inline(__always)
  init(_ entry: RollupEntry, of policyDomain: Int, on day: Day) {
    self.init(
      dayNumber: Int32(clamping: day.number), policyDomainID: Self.id(Int64(policyDomain)),
      headerFromID: entry.headerFrom == 0 ? .max : Self.id(entry.headerFrom),
      sourceID: Self.id(entry.source), reporterID: Self.id(entry.reporter),
      evaluationID: Self.id(entry.evaluation), evidenceID: Self.id(entry.evidence),
      recomputedCode: entry.recomputed, messages: entry.messages)
  }

  /// The highest number where it is too high, or negative, as only a damaged store has it.
  @inline(__always)
  private static func id(_ number: Int64) -> UInt32 {
    UInt32(clamping: UInt64(bitPattern: number))
  }
}
