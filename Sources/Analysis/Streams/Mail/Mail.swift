import DMARC

/// Messages of one group, by when and by whom they were seen.
struct Mail {
  /// An index of the observations of the policy domain.
  let observation: Int32
  /// In half of the space: there may be millions.
  private let count: Int64

  init(observation: Int32, messages: MessageCount) {
    self.observation = observation
    count = messages.number
  }

  var messages: MessageCount { MessageCount(count) }
}

/// A day and a reporter who tells of it.
struct Observation {
  let day: Day
  /// A key of `Names.reporters`.
  let reporter: Int
  let isEstablished: Bool
}
