/// What came of reading an item: of each mail in it for itself.
///
/// A mail of an mbox inside of the item is judged as if it were an item of its own: what one holds
/// says nothing of another.
final class Findings {
  /// What was seen in one mail or file.
  struct Seen {
    var payloads = 0
    var failureReports = 0
    var refusals = 0
    var isEncrypted = false
    /// Encrypted members of zip archives.
    var encryptedMembers: [String] = []
    /// What the media types say, which counts where the bytes say nothing.
    var label: SetAsideKind?
    /// A file name says that this is an aggregate report.
    var isAnnounced = false
    var mail: MailFacts?
    var foreign: (name: String, what: ForeignContent, weight: Place.Weight)?
    /// MIME parts so far.
    var parts = 0
    /// Members of all archives so far.
    var members = 0
    /// Packed data that is not read, and may hold reports.
    var unread: [(name: String, what: ForeignContent)] = []

    /// Whether a mail whose structure is broken may still have its report somewhere.
    var isNothing: Bool {
      payloads == 0 && refusals == 0 && !isEncrypted && encryptedMembers.isEmpty
    }
  }

  private(set) var result = ItemResult()
  private(set) var seen = Seen()
  /// The header of the delivered mail that is being read.
  private(set) var delivered: MailFacts?

  func clear() {
    result = ItemResult()
    seen = Seen()
    delivered = nil
  }

  // MARK: Taking note

  func countPayload(_ kind: ReportKind) {
    result.payloads += 1
    seen.payloads += 1
    if kind == .failure { seen.failureReports += 1 }
  }

  func refuse(_ place: Place, _ error: IntakeError) { refuse(place.name, error) }

  private func refuse(_ name: String, _ error: IntakeError) {
    seen.refusals += 1
    result.refusals.append(Refusal(name: name, error: error))
  }

  /// Takes note of something that is no report; what weighs most is told, then what came first.
  func note(_ what: ForeignContent, at place: Place) {
    if what.mayHoldReports { seen.unread.append((place.name, what)) }
    if let known = seen.foreign, known.weight >= place.weight { return }
    seen.foreign = (place.name, what, place.weight)
  }

  func noteEncrypted() { seen.isEncrypted = true }

  func noteEncrypted(member: String) { seen.encryptedMembers.append(member) }

  func noteLabel(_ kind: SetAsideKind) { if seen.label == nil { seen.label = kind } }

  func noteAnnouncement() { seen.isAnnounced = true }

  /// Counts the members of one more archive; whether there are not too many of them in all.
  func countMembers(_ count: Int, most: Int) -> Bool {
    seen.members += count
    return seen.members <= most
  }

  /// Counts one more part of a mail; says how many there are.
  func countPart() -> Int {
    seen.parts += 1
    return seen.parts
  }

  func noteVanished() { result.hasVanished = true }

  /// Keeps a header; what is packed into a file is no delivered mail, unless the file stands in a
  /// mail box, where the store of mails packs it.
  func note(_ facts: MailFacts, _ place: Place) {
    if seen.mail == nil { seen.mail = facts }
    if result.mail == nil { result.mail = facts }
    let isDelivered = (place.containers == 0 || place.isMessage) && !place.isClaimed
    delivered = isDelivered ? facts : nil
  }

  /// Forgets what was seen since, for another reading of the same mail.
  func restore(_ earlier: Seen) { seen = earlier }

  // MARK: Saying why there was no report

  /// Reads something as if it were an item of its own, and says what is to be said of it.
  func judged(at place: Place, _ body: () throws -> Void) rethrows {
    let (outer, mail) = (seen, delivered)
    (seen, delivered) = (Seen(), nil)
    try body()
    conclude(at: place)
    let inner = seen
    (seen, delivered) = (outer, mail)
    seen.payloads += inner.payloads
    seen.failureReports += inner.failureReports
    seen.refusals += inner.refusals
    if seen.mail == nil { seen.mail = inner.mail }
  }

  /// Says why there was no report, where nothing else says it, and what was left unread beside one.
  func conclude(at place: Place = Place()) {
    if seen.payloads > 0 || seen.refusals > 0 {
      for name in seen.encryptedMembers { refuse(name, .encryptedZip) }
      for (name, what) in seen.unread { refuse(name, .notAReport(what)) }
      if seen.isEncrypted { setAside(.encrypted) }
    } else if seen.isEncrypted || !seen.encryptedMembers.isEmpty {
      setAside(.encrypted)
    } else if let label = seen.label {
      setAside(label)
    } else if let mail = seen.mail, !seen.isAnnounced, !mail.announcesReport {
      setAside(.noReport)
    } else {
      refuseForeign(at: place)
    }
  }

  private func setAside(_ kind: SetAsideKind) { result.setAside[kind, default: 0] += 1 }

  private func refuseForeign(at place: Place) {
    let isMail = seen.mail != nil
    let foreign = seen.foreign.flatMap { $0.weight > .none || !isMail ? $0 : nil }
    let what = foreign?.what ?? (isMail ? .mail : .nothing)
    let isEmpty = what == .nothing && foreign?.weight == Place.Weight.none && !isMail
    refuse(foreign?.name ?? place.name, isEmpty ? .emptyFile : .notAReport(what))
  }
}
