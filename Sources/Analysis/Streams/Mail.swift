import DMARC

/// Messages of one look, by when and by whom they were seen.
struct Mail {
  /// An index of the sightings of the policy domain.
  let sighting: Int32
  let messages: Int64
}

/// A day and a reporter who tells of it.
struct Sighting {
  let day: Day
  /// A key of `Names.reporters`.
  let reporter: Int
  let isEstablished: Bool
}
