/// How closely an authenticated domain must match the From domain (adkim and aspf).
public enum AlignmentMode: String, ReportWord {
  /// The organizational domains are the same.
  case relaxed = "r"
  /// The domains are the same.
  case strict = "s"

  /// The words written out, as some reporters send them.
  public static var synonyms: [String: Self] { ["relaxed": .relaxed, "strict": .strict] }
}
