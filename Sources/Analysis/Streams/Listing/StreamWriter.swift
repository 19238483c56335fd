import DMARC
import Facts

/// Writes out streams: the sums of their groups, and what these have in common.
struct StreamWriter {
  /// Streams that are shown as one.
  struct Listing {
    let kind: StreamClass
    /// `nil` where many are put together that are not named one by one.
    let name: StreamKey?
    let streams: [Int]
  }

  let sorted: SortedMail
  let streamCount: Int
  /// The stream of each group; negative where it is not asked for.
  let streamOfGroup: [Int32]

  /// A stream of each listing.
  func streams(_ listings: [Listing]) -> [Stream] {
    var marks = Marks(sorted.mail)
    return zip(listings, groups(of: listings)).map { listing, groups in
      var stream = Stream(
        identity: listing.name.map { sorted.mail.identity(of: $0.sender) } ?? .others,
        kind: listing.kind)
      if let name = listing.name {
        stream.weighs = name.weighs
        stream.isAsked = name.effect == .asked
        add(groups, toNamed: &stream)
      }
      for group in groups { add(group, to: &stream, &marks) }
      marks.clear()
      return stream
    }
  }

  /// The groups of each listing, in order.
  private func groups(of listings: [Listing]) -> [[Int]] {
    var listingOfStream = Array(repeating: 0, count: streamCount)
    for (number, listing) in listings.enumerated() {
      for stream in listing.streams { listingOfStream[stream] = number }
    }
    var groups: [[Int]] = Array(repeating: [], count: listings.count)
    for (group, stream) in streamOfGroup.enumerated() where stream >= 0 {
      groups[listingOfStream[Int(stream)]].append(group)
    }
    return groups
  }

  private func add(_ number: Int, to stream: inout Stream, _ marks: inout Marks) {
    let group = sorted.mail.groups[number]
    stream.messages += group.messages
    if !group.passes { stream.failing += group.messages }
    if group.isDisputed { stream.disputed += group.messages }
    let digests = sorted.mail.digests
    if digests[group.digest].hasErrors { stream.errors += group.messages }
    if marks.places.insert(group.place) { stream.sources.append(group.source) }
    let names = digests.names
    for name in digests[group.digest].authenticated where marks.names.insert(name) {
      stream.authenticated.append(names.names[name])
    }
    for item in sorted.mail.mail(of: number) where marks.observations.insert(Int(item.observation))
    {
      let observation = sorted.mail.observation(of: item)
      if marks.days.insert(Int(item.observation)) { stream.days.append(observation.day) }
      if marks.reporters.insert(Int(item.observation)) {
        stream.reporters.append(observation.reporter)
      }
    }
    add(sorted.items[number].classification, to: &stream, &marks)
  }

  private func add(_ classification: Classification, to stream: inout Stream, _ marks: inout Marks)
  {
    var sender = -1
    if classification.reason.namesSender, case .organization(let name) = classification.sender {
      sender = name
    }
    guard marks.reasons.insert(Pair(classification.reason.rawValue, sender)) else { return }
    let name = sender < 0 ? "" : sorted.mail.digests.names.names[sender]
    stream.reasons.insert(Reason(classification.reason, sender: name))
  }

  /// What is said of one sender, and of many together no more.
  private func add(_ groups: [Int], toNamed stream: inout Stream) {
    var newest = -1
    var most: MessageCount = -1
    for number in groups {
      let (group, item) = (sorted.mail.groups[number], sorted.items[number])
      if item.weighs { stream.atRisk += group.trusted }
      stream.isAtStake = stream.isAtStake || item.isAtStake
      if let rule = item.rule, !group.passes, group.messages > most {
        (stream.rule, most) = (rule, group.messages)
      }
      if case .decided(_, let decision) = item.classification.test, group.lastFact > newest,
        let name = sorted.decisions.all[decision].name
      {
        (stream.name, newest) = (name, group.lastFact)
      }
    }
  }
}

/// What a stream has already.
private struct Marks {
  var places: MarkSet
  var names: MarkSet
  var observations: MarkSet
  /// Kinds of reasons, and the senders they are about.
  var reasons = Numbering<Pair>()
  /// Days and reporters, by observation.
  var days: NumberedMarks
  var reporters: NumberedMarks

  init(_ mail: DomainMail) {
    places = MarkSet(count: mail.addresses.count)
    names = MarkSet(count: mail.digests.names.names.count)
    observations = MarkSet(count: mail.observations.count)
    days = NumberedMarks(mail.observations.map(\.day.number))
    reporters = NumberedMarks(mail.observations.map(\.reporter))
  }

  mutating func clear() {
    places.clear()
    names.clear()
    observations.clear()
    reasons = Numbering()
    days.clear()
    reporters.clear()
  }
}

/// Which values of a list a stream has already, by their indices.
private struct NumberedMarks {
  /// Equal values have equal numbers.
  private let numbers: [Int]
  private var marks: MarkSet

  init(_ values: [Int]) {
    var numbering = Numbering<Int>()
    numbers = values.map { numbering.number(of: $0) }
    marks = MarkSet(count: numbering.keys.count)
  }

  mutating func insert(_ index: Int) -> Bool { marks.insert(numbers[index]) }

  mutating func clear() { marks.clear() }
}
