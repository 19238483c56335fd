/// A word of a report: what it maps to, and the text as sent where the two differ.
///
/// `hardfail` as an SPF result is `Sent(word: .fail, text: "hardfail")`; an override type nobody
/// defined has no word, only text; an element that was missing or empty has neither.
public struct Sent<Word: ReportWord>: Hashable, Sendable {
  /// What the text stands for; `nil` when it is missing or nobody knows the word.
  public let word: Word?
  /// The text as sent, where it is not simply the word's own spelling.
  public let text: String?

  /// The word in its own spelling.
  public init(_ word: Word) {
    self.word = word
    text = nil
  }

  /// A word and the text it came as, both optional; used when reading stored text back.
  public init(word: Word?, text: String?) {
    self.word = word
    self.text = text
  }

  /// Reads a trimmed text: exact spelling first, then without case, then the synonyms.
  public init(reading text: String) {
    if let exact = Word(rawValue: text) {
      self.init(exact)
      return
    }
    let lowered = text.lowercased()
    self.init(
      word: Word(rawValue: lowered) ?? Word.synonyms[lowered], text: text.isEmpty ? nil : text)
  }

  /// The element was missing or empty.
  public static var missing: Self { Self(word: nil, text: nil) }

  /// What to show a person: the text as sent, else the word, else nothing.
  public var shown: String { text ?? word?.rawValue ?? "" }
}
