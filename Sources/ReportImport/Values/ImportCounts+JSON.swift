import DMARC
import ReportIntake

extension ImportCounts {
  /// The counts as a JSON object, for the record of the run.
  var json: String {
    var fields = [
      ("items", items), ("seen", seen), ("known_refused", knownRefused), ("vanished", vanished),
      ("new", new), ("new_tls", newTLS), ("new_failure", newFailures), ("duplicate", duplicate),
      ("pruned", pruned), ("conflict", conflict),
      ("replaced", replaced),
      ("incomplete", incomplete), ("undated", undated), ("refused", refused),
      ("records", records), ("messages", Int(messages.number)),
    ]
    for (kind, count) in setAside.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      fields.append(("set_aside_\(kind.rawValue)", count))
    }
    return "{" + fields.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
  }
}
