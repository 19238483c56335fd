internal import DMARC

/// Why a check cannot go on.
enum SPFStop: Error {
  /// There is no record; an error for whoever was led there.
  case noRecord(String)
  /// The record or its cost breaks a rule.
  case permanent(String)
  /// DNS did not answer.
  case temporary(String)

  /// The result it is for the domain itself.
  var result: SPFResult {
    switch self {
    case .noRecord: .none
    case .permanent: .permerror
    case .temporary: .temperror
    }
  }

  /// The result it is for a record that includes the domain (RFC 7208 5.2).
  var effect: SPFResult { result == .none ? .permerror : result }

  var reason: String {
    switch self {
    case .noRecord(let text), .permanent(let text), .temporary(let text): text
    }
  }
}
