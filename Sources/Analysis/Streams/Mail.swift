import DMARC

/// Messages of one look, by when and by whom they were seen.
struct Mail {
  /// An index of the sightings of the policy domain.
  let sighting: Int32
  /// In half of the space: there may be millions.
  private let count: Int64

  init(sighting: Int32, messages: MessageCount) {
    self.sighting = sighting
    count = messages.number
  }

  var messages: MessageCount { MessageCount(count) }
}

/// A day and a reporter who tells of it.
struct Sighting {
  let day: Day
  /// A key of `Names.reporters`.
  let reporter: Int
  let isEstablished: Bool
}
