internal import ArgumentParser

/// Says which command or option somebody meant; the parser would take a mistyped command for an
/// argument, and print the general help for `help` of it.
struct MistypedWord {
  /// The program.
  let program: any ParsableCommand.Type

  /// Throws `UsageFailure` for the first word that should be a command and is none.
  func check(_ arguments: [String]) throws {
    var words = arguments[...]
    if words.first == "help" { words = words.dropFirst() }
    var command: any ParsableCommand.Type = program
    var path: [String] = []
    for word in words {
      let configuration = command.configuration
      guard !word.hasPrefix("-"), !configuration.subcommands.isEmpty else { return }
      guard let next = subcommand(word, of: command) else {
        // What is not a subcommand is an argument of the one that is understood without its name.
        guard configuration.defaultSubcommand == nil else { return }
        throw noSuchCommand(word, path, configuration.subcommands)
      }
      (command, path) = (next, path + [word])
    }
  }

  /// What to say in place of the parser's own words about an option that is not there.
  func option(_ message: String, _ arguments: [String]) -> UsageFailure? {
    guard let match = message.firstMatch(of: /^Unknown option '(-[^']*)'/) else { return nil }
    let option = String(match.1.prefix { $0 != "=" })
    let (command, path) = command(of: arguments)
    let help = program.helpMessage(for: command, includeHidden: true)
    let names = Set(help.matches(of: /(?:^|[\s,])(--?[a-z][-a-z0-9]*)/).map { String($0.1) })
    let name = path.joined(separator: " ")
    return UsageFailure(
      what: option, why: path.isEmpty ? "there is no such option" : "`\(name)` has no such option",
      hint: hint(
        Suggestion.nearest(to: option, among: names.sorted()), "help \(name) lists them"))
  }

  private func noSuchCommand(
    _ word: String, _ path: [String], _ commands: [any ParsableCommand.Type]
  ) -> UsageFailure {
    let names = commands.map { $0.configuration }.filter { $0.shouldDisplay }
      .compactMap { $0.commandName }
    let parent = path.joined(separator: " ")
    return UsageFailure(
      what: word,
      why: path.isEmpty ? "there is no such command" : "`\(parent)` has no such command",
      hint: hint(
        Suggestion.nearest(to: word, among: names).map { (path + [$0]).joined(separator: " ") },
        path.isEmpty ? "--help lists them" : "help \(parent) lists them"))
  }

  private func hint(_ meant: String?, _ otherwise: String) -> String {
    (meant.map { "did you mean \($0)? " } ?? "") + "dmarc-report \(otherwise)"
  }

  /// The command that the words name, and its name in words.
  private func command(
    of arguments: [String]
  ) -> (any ParsableCommand.Type, path: [String]) {
    var command: any ParsableCommand.Type = program
    var path: [String] = []
    for word in arguments where !word.hasPrefix("-") {
      guard let next = subcommand(word, of: command) else { break }
      (command, path) = (next, path + [word])
    }
    return (command.configuration.defaultSubcommand ?? command, path)
  }

  private func subcommand(
    _ word: String, of command: any ParsableCommand.Type
  ) -> (any ParsableCommand.Type)? {
    command.configuration.subcommands.first {
      $0.configuration.commandName == word || $0.configuration.aliases.contains(word)
    }
  }
}
