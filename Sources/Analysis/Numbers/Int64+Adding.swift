extension Int64 {
  /// The sum, or the largest number there is: counts come from strangers.
  func adding(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other < 0 ? .min : .max) : sum
  }
}

extension Sequence where Element == Int64 {
  /// The sum of counts, held at the largest number there is.
  func total() -> Int64 { reduce(0) { $0.adding($1) } }
}
