/// Options that may stand before the command, as they do with git: `dmarc-report --database FILE status`.
///
/// They are moved behind it, where every command takes them.
enum GlobalArguments {
  /// Those that a value follows.
  private static let withValue: Set = ["--database", "--config"]

  static func behindCommand(_ arguments: [String]) -> [String] {
    var moved: [String] = []
    var rest = arguments[...]
    while let option = rest.first, withValue.contains(name(of: option)) {
      let length = option.contains("=") ? 1 : 2
      moved += rest.prefix(length)
      rest = rest.dropFirst(length)
    }
    // Alone they would be taken for a command.
    guard !rest.isEmpty, !moved.isEmpty else { return arguments }
    // Behind `--` all words are values.
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return rest[..<end] + moved + rest[end...]
  }

  private static func name(of option: String) -> String {
    String(option.prefix { $0 != "=" })
  }
}
