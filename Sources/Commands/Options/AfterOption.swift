internal import ArgumentParser
internal import ReportIntake

/// `--after keep|seen|archive=FOLDER|delete`.
enum AfterOption: ExpressibleByArgument {
  case keep
  case seen
  case archive(String)
  case delete

  init?(argument: String) {
    switch argument {
    case "keep": self = .keep
    case "seen": self = .seen
    case "delete": self = .delete
    default:
      guard argument.hasPrefix("archive="), argument.count > "archive=".count else { return nil }
      self = .archive(String(argument.dropFirst("archive=".count)))
    }
  }

  /// Whether mails are left as they are.
  var keepsMail: Bool {
    if case .keep = self { true } else { false }
  }

  var defaultValueDescription: String { "keep" }

  /// The act; throws when there is no such folder to archive in.
  func act() throws -> AfterAct {
    switch self {
    case .keep: return .keep
    case .seen: return .seen
    case .delete: return .delete
    case .archive(let path):
      do {
        return .archive(try ArchiveFolder(path: path))
      } catch {
        throw InputFailure(path: path, error: error)
      }
    }
  }
}
