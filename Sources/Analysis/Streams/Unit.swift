import DMARC

/// Failing mail that is judged together: one organization, or one address.
struct Unit: Hashable {
  let kind: StreamClass
  let name: String

  /// What became of it.
  struct Outcome {
    var weighs = false
    var habit: Habit?
    var isUncertain = false
  }
}
