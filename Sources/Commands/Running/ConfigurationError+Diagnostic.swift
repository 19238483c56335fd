internal import Configuration
internal import Glibc
internal import ReportOutput

extension ConfigurationError {
  /// The error as people read it.
  var diagnostic: Diagnostic {
    Diagnostic(.error, file + (line.map { ", line \($0)" } ?? ""), why: why, hint: hint)
  }

  private var why: String {
    switch fault {
    case .unreadable(let code): String(cString: strerror(code))
    case .tooLong(let limit): "it is longer than \(Human.bytes(Int64(limit)))"
    case .malformed(let text): "it is no TOML: \(text)"
    case .unknownKey(let key): "there is no such key: \(key)"
    case .badValue(let key, let needed): "\(key) must be \(needed)"
    }
  }

  private var hint: String? {
    switch fault {
    case .unreadable(ENOENT): "--config names another file"
    case .unknownKey: "dmarc-report config --keys lists the keys there are"
    default: nil
    }
  }
}
