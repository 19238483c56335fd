/// How closely an authenticated domain must match the From domain (adkim and aspf).
public enum AlignmentMode: String, ReportWord {
  /// The organizational domains are the same.
  case relaxed = "r"
  /// The domains are the same.
  case strict = "s"

  public static var synonyms: [String: Self] { ["relaxed": .relaxed, "strict": .strict] }
}
