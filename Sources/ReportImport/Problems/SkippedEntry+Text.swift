import Glibc
import ReportIntake

extension SkippedEntry {
  /// What was skipped and why, in a sentence without a full stop.
  var sentence: String {
    switch reason {
    case .linkLeadsOutside: "not read: \(name): it is a link out of the folder"
    case .notRegular: "not read: \(name): it is neither a file nor a folder"
    case .notReadable(let code): "not read: \(name): \(String(cString: strerror(code)))"
    }
  }
}
