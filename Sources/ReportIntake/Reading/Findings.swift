/// What was seen in an item besides reports; decides what is said of one without any.
struct Findings {
  var tlsReport = false
  var failureReport = false
  var encrypted = false
  /// Encrypted members of zip archives.
  var encryptedMembers: [String] = []
  /// The subject or a file name says that this is an aggregate report.
  var isAnnounced = false
  private(set) var foreign: (name: String, what: ForeignContent, weight: Place.Weight)?

  /// Takes note of something that is no report; what weighs most is told, then what came first.
  mutating func note(_ what: ForeignContent, at place: Place) {
    if let known = foreign, known.weight >= place.weight { return }
    foreign = (place.name, what, place.weight)
  }

  /// Why an item without a report is none.
  var setAside: SetAsideKind? {
    if failureReport { return .failureReport }
    if tlsReport { return .tlsReport }
    return encrypted || !encryptedMembers.isEmpty ? .encrypted : nil
  }
}
