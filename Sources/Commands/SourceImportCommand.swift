internal import ArgumentParser
internal import DMARC
internal import Facts
internal import Glibc
internal import ReportOutput

/// `dmarc-report source import`: decisions from a file.
struct SourceImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Reads decisions from a file, one a line.",
    discussion: """
      A line is a decision, a source and what else is known of it, as on the command line; what \
      follows # is passed over. All lines count, or none.

        approve 192.0.2.0/24 --name "Payroll service" --domain example.com
        block spam.example

        $ dmarc-report source import senders.txt

      `dmarc-report source list --lines` writes such a file.
      """)

  @Argument(help: "The file, or - for standard input.", completion: .file())
  var file: String
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    var decisions: [SourceDecision] = []
    for (number, line) in try lines().enumerated() {
      do {
        if let decision = try DecisionLine.read(line) { decisions.append(decision) }
      } catch let failure as UsageFailure {
        throw UsageFailure(
          what: "\(file), line \(number + 1)", why: "\(failure.what): \(failure.why)",
          hint: failure.hint)
      }
    }
    try database.open(for: .writing).decide(decisions)
    StandardError.write("\(Human.counted(Int64(decisions.count), "decision")) kept.\n")
  }

  private func lines() throws -> [Substring] {
    let descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw UsageFailure(what: file, why: String(cString: strerror(errno)))
    }
    defer { if file != "-" { close(descriptor) } }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    // No list of senders is as long as 64 MiB.
    while text.count < 1 << 26 {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      text += buffer[..<count]
    }
    return String(decoding: text, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }
}

/// A line of a file of decisions.
enum DecisionLine {
  static func read(_ line: Substring) throws -> SourceDecision? {
    var words = words(in: line)[...]
    guard let first = words.popFirst() else { return nil }
    guard let verdict = SourceDecision.Verdict(rawValue: first) else {
      throw UsageFailure(
        what: first, why: "no such decision", hint: "approve, block or forwarder")
    }
    guard let source = words.popFirst() else {
      throw UsageFailure(what: first, why: "no source is named")
    }
    var decision = SourceDecision(verdict: verdict, pattern: try SourcePattern.normal(source))
    while let option = words.popFirst() {
      guard let value = words.popFirst() else {
        throw UsageFailure(what: option, why: "it has no value")
      }
      switch option {
      case "--name": decision.name = value
      case "--domain": decision.domain = DomainName.normalized(value)
      default: throw UsageFailure(what: option, why: "no such option", hint: "--name or --domain")
      }
    }
    return decision
  }

  /// A decision as such a line.
  static func text(_ decision: SourceDecision) -> String {
    let name = decision.name.map { ["--name", quoted($0)] } ?? []
    let domain = decision.domain.map { ["--domain", $0] } ?? []
    return ([decision.verdict.rawValue, decision.pattern] + name + domain).joined(separator: " ")
  }

  private static func quoted(_ text: String) -> String {
    let marked = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(marked)\""
  }

  /// Words divided by white space; one in double quotes may hold some, and a backslash there stands
  /// before a quote or another.
  private static func words(in line: Substring) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    var isMarked = false
    for character in line {
      if character == "#", !isQuoted, word == nil { break }
      if character == "\\", isQuoted, !isMarked {
        isMarked = true
        continue
      }
      if character == "\"", !isMarked {
        isQuoted.toggle()
        word = word ?? ""
      } else if character.isWhitespace, !isQuoted {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
      isMarked = false
    }
    return words + [word].compactMap(\.self)
  }
}
