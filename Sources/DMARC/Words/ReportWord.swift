/// A closed vocabulary of the report formats; the raw value is the word as RFC 9990 spells it.
public protocol ReportWord: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// Words seen in the field, in lower case, and what each stands for.
  static var synonyms: [String: Self] { get }
}

extension ReportWord {
  /// No synonyms, unless a vocabulary says otherwise.
  public static var synonyms: [String: Self] { [:] }
}
