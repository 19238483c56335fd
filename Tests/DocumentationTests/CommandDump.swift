import Foundation
import TestSupport

/// A command as the built program describes itself (`--experimental-dump-help`).
struct CommandDump: Decodable {
  struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String
    }

    let kind: String
    let shouldDisplay: Bool
    let names: [Name]?
    let valueName: String?
    let completionKind: [String: [String: [String]]]?

    /// The names as they are typed.
    var typed: [String] { (names ?? []).map { ($0.kind == "short" ? "-" : "--") + $0.name } }
  }

  let commandName: String
  let shouldDisplay: Bool
  let abstract: String?
  let discussion: String?
  let subcommands: [CommandDump]?
  let arguments: [Argument]?

  /// What people see of it.
  var shownArguments: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }

  /// The command itself and all below it that people see, each with its name in words.
  func all(_ path: [String] = []) -> [(path: [String], command: CommandDump)] {
    let path = path + [commandName]
    let below = (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
    return [(path, self)] + below.flatMap { $0.all(path) }
  }

  /// The program.
  static func program() throws -> CommandDump {
    struct Dump: Decodable { let command: CommandDump }
    let outcome = try Program.dmarcReport.run(["--experimental-dump-help"])
    return try JSONDecoder().decode(Dump.self, from: outcome.output).command
  }
}
