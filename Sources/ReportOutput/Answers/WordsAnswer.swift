/// Words and their meanings, as a document.
public struct WordsAnswer {
  /// A word that answers use, as they spell it.
  public struct Entry: Hashable, Sendable {
    /// The word.
    public let word: String
    /// What it means, in a sentence or a few.
    public let meaning: String

    /// A word with its meaning.
    public init(_ word: String, _ meaning: String) {
      self.word = word
      self.meaning = meaning
    }
  }

  private let entries: [Entry]

  /// The answer with these words.
  public init(_ entries: [Entry]) {
    self.entries = entries
  }

  /// The document, in the form `dmarc-report/words` version 1 (docs/output.md).
  public var document: OutputDocument {
    let table: @Sendable () -> [Section] = { [entries] in
      [
        .table(
          TableData(
            entries,
            columns: [
              .text("word", "Word") { $0.word }, .text("meaning", "Meaning") { $0.meaning },
            ]))
      ]
    }
    return OutputDocument(
      head: DocumentHead(schema: "dmarc-report/words", version: 1),
      sections: [
        .only(.people) { [entries] in
          [.facts(entries.map { Fact($0.word, .text($0.meaning)) })]
        }, .only(.programs, table), .only(.spreadsheets, table),
      ])
  }
}
