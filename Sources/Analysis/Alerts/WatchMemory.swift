import DMARC
import Facts

/// What was told when alerts were last asked for, and what is to be remembered now.
struct WatchMemory {
  /// The topics of notes; the raw value is how they are stored.
  enum Topic: String {
    /// A domain is watched: what it had when that began is no news.
    case domain
    case sender, verdict, policy
    case riskRose = "risk_rose"
    case reporterSilent = "reporter_silent"
    case noReports = "no_reports"
    case importStale = "import_stale"
    /// The newest problem that was told of.
    case problems
  }

  private struct Key: Hashable {
    var topic: String
    var domain: String
    var subject: String
  }

  private let before: [Key: WatchNote]
  private var next: [Key: WatchNote] = [:]
  private let today: Day

  init(_ notes: [WatchNote], today: Day) {
    before = Dictionary(notes.map { (Self.key(of: $0), $0) }) { first, _ in first }
    self.today = today
  }

  private static func key(of note: WatchNote) -> Key {
    Key(topic: note.topic, domain: note.domain, subject: note.subject)
  }

  /// What a note said; `nil` where there was none.
  func value(_ topic: Topic, _ domain: String = "", _ subject: String = "") -> String? {
    before[Key(topic: topic.rawValue, domain: domain, subject: subject)]?.value
  }

  /// The subjects there were notes about.
  func subjects(_ topic: Topic, _ domain: String) -> [String] {
    before.values.filter { $0.topic == topic.rawValue && $0.domain == domain }
      .map(\.subject).sorted()
  }

  /// Remembers something for the next time; since today, where it is not as it was.
  mutating func keep(
    _ value: String, _ topic: Topic, _ domain: String = "", _ subject: String = ""
  ) {
    let key = Key(topic: topic.rawValue, domain: domain, subject: subject)
    let old = before[key]
    next[key] = WatchNote(
      topic: topic.rawValue, domain: domain, subject: subject, value: value,
      since: old?.value == value ? old?.since ?? today : today)
  }

  /// Whether it is to be remembered that no report comes about a domain.
  func isSilent(_ domain: String) -> Bool {
    next[Key(topic: Topic.noReports.rawValue, domain: domain, subject: "")] != nil
  }

  /// Remembers everything of a domain as it was, but for what is remembered already.
  mutating func keepAll(of domain: String) {
    for (key, note) in before where key.domain == domain && next[key] == nil { next[key] = note }
  }

  /// Everything to be remembered: of domains that were not looked at, what was known.
  func notes(ofLookedAt domains: Set<String>) -> [WatchNote] {
    let untouched = before.values.filter { !$0.domain.isEmpty && !domains.contains($0.domain) }
    return (untouched + next.values).sorted {
      ($0.topic, $0.domain, $0.subject) < ($1.topic, $1.domain, $1.subject)
    }
  }
}
