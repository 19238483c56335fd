import DMARC
import Facts

/// Writes out streams: the sums of their looks, and what these have in common.
struct StreamWriter {
  /// Streams that are shown as one.
  struct Group {
    let kind: StreamClass
    /// `nil` where many are put together that are not named one by one.
    let name: StreamKey?
    let streams: [Int]
  }

  let sorted: SortedMail
  let streamCount: Int
  /// The stream of each look; negative where it is not asked for.
  let streamOfLook: [Int32]

  /// A stream of each group.
  func streams(_ groups: [Group]) -> [Stream] {
    var marks = Marks(sorted.mail)
    return zip(groups, looks(of: groups)).map { group, looks in
      var stream = Stream(
        identity: group.name.map { sorted.mail.identity(of: $0.sender) } ?? .others,
        kind: group.kind)
      if let name = group.name {
        stream.weighs = name.weighs
        add(looks, toNamed: &stream)
      }
      for look in looks { add(look, to: &stream, &marks) }
      marks.clear()
      return stream
    }
  }

  /// The looks of each group, in order.
  private func looks(of groups: [Group]) -> [[Int]] {
    var groupOfStream = Array(repeating: 0, count: streamCount)
    for (number, group) in groups.enumerated() {
      for stream in group.streams { groupOfStream[stream] = number }
    }
    var looks: [[Int]] = Array(repeating: [], count: groups.count)
    for (look, stream) in streamOfLook.enumerated() where stream >= 0 {
      looks[groupOfStream[Int(stream)]].append(look)
    }
    return looks
  }

  private func add(_ number: Int, to stream: inout Stream, _ marks: inout Marks) {
    let look = sorted.mail.looks[number]
    stream.messages = stream.messages.adding(look.messages)
    if !look.passes { stream.failing = stream.failing.adding(look.messages) }
    if look.isDisputed { stream.disputed = stream.disputed.adding(look.messages) }
    let digests = sorted.mail.digests
    if digests[look.digest].hasErrors { stream.errors = stream.errors.adding(look.messages) }
    if marks.places.insert(look.place) { stream.sources.append(look.source) }
    let names = digests.names
    for name in digests[look.digest].authenticated where marks.names.insert(name) {
      stream.authenticated.append(names.names[name])
    }
    for item in sorted.mail.mail(of: number) where marks.sightings.insert(Int(item.sighting)) {
      let sighting = sorted.mail.sighting(of: item)
      if marks.days.insert(Int(item.sighting)) { stream.days.append(sighting.day) }
      if marks.reporters.insert(Int(item.sighting)) { stream.reporters.append(sighting.reporter) }
    }
    add(sorted.items[number].finding, to: &stream, &marks)
  }

  private func add(_ finding: Finding, to stream: inout Stream, _ marks: inout Marks) {
    var sender = -1
    if finding.reason.namesSender, case .organization(let name) = finding.sender { sender = name }
    guard marks.reasons.insert(Pair(finding.reason.rawValue, sender)) else { return }
    let name = sender < 0 ? "" : sorted.mail.digests.names.names[sender]
    stream.reasons.insert(Reason(finding.reason, sender: name))
  }

  /// What is said of one sender, and of many together no more.
  private func add(_ looks: [Int], toNamed stream: inout Stream) {
    var newest = -1
    for number in looks {
      let (look, item) = (sorted.mail.looks[number], sorted.items[number])
      if item.weighs { stream.atRisk = stream.atRisk.adding(look.messages) }
      stream.isAtStake = stream.isAtStake || item.isAtStake
      stream.isUncertain = stream.isUncertain || item.isUncertain
      stream.habit = stream.habit ?? item.habit
      if case .decided(_, let decision) = item.finding.test, look.lastFact > newest,
        let name = sorted.decisions.all[decision].name
      {
        (stream.name, newest) = (name, look.lastFact)
      }
    }
  }
}

/// What a stream has already.
private struct Marks {
  var places: MarkSet
  var names: MarkSet
  var sightings: MarkSet
  /// Kinds of reasons, and the senders they are about.
  var reasons = Numbering<Pair>()
  /// Days and reporters, by sighting.
  var days: NumberedMarks
  var reporters: NumberedMarks

  init(_ mail: DomainMail) {
    places = MarkSet(count: mail.addresses.count)
    names = MarkSet(count: mail.digests.names.names.count)
    sightings = MarkSet(count: mail.sightings.count)
    days = NumberedMarks(mail.sightings.map(\.day.number))
    reporters = NumberedMarks(mail.sightings.map(\.reporter))
  }

  mutating func clear() {
    places.clear()
    names.clear()
    sightings.clear()
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
