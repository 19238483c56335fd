internal import ArgumentParser
internal import ReportOutput

/// `dmarc-report words`: the words that answers use, and what they mean.
struct WordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words",
    abstract: "Explains the words that answers and columns use.",
    discussion: """
        $ dmarc-report words aligned

      \(Glossary.entries.map { "\($0.word): \($0.meaning)" }.joined(separator: "\n\n"))
      """)

  @Argument(help: "A word, or the beginning of one; all without it.")
  var word: String?

  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var format: FormatOptions

  func run() throws {
    let entries = Glossary.entries.filter { entry in
      word.map { entry.word.lowercased().hasPrefix($0.lowercased()) } ?? true
    }
    guard !entries.isEmpty else {
      throw UsageFailure(
        what: word ?? "", why: "that is not among the words explained",
        hint: "dmarc-report words lists them")
    }
    try format.write(WordsAnswer(entries).document)
  }
}
