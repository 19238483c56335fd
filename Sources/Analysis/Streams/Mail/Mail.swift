import DMARC

/// Messages of one group, by when and by whom they were seen.
struct Mail {
  /// An index of the observations of the policy domain.
  let observation: Int32
  let messages: Int64
}

/// A day and a reporter who tells of it.
struct Observation {
  let day: Day
  /// A key of `Names.reporters`.
  let reporter: Int
  let isEstablished: Bool
}
