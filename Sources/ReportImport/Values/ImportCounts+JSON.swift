import DMARC
import ReportIntake

extension ImportCounts {
  /// Every count with its name in output.
  public var named: [(name: String, count: Int64)] {
    [
      ("items", items), ("seen", seen), ("known_refused", knownRefused), ("vanished", vanished),
      ("new", new), ("new_tls", newTLS), ("new_failure", newFailures), ("duplicate", duplicate),
      ("pruned", pruned), ("others", others), ("conflict", conflict),
      ("replaced", replaced),
      ("incomplete", incomplete), ("undated", undated), ("refused", refused),
      ("records", records), ("messages", Int(messages.number)),
      ("set_aside", setAside.values.reduce(0, +)),
    ].map { (name: $0.0, count: Int64($0.1)) }
  }

  /// The counts as a JSON object, for the record of the run.
  var json: String {
    let kinds = setAside.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { (name: "set_aside_\($0.key.rawValue)", count: Int64($0.value)) }
    return "{" + (named + kinds).map { "\"\($0.name)\":\($0.count)" }.joined(separator: ",") + "}"
  }
}
