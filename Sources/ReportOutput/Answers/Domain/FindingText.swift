internal import PublishedRecords

/// A finding as people read it.
enum FindingText {
  /// A stranger's record may have 64 kB; nobody reads that on a page.
  private static let longest = 400

  /// How much it matters, its code and rule, where it is, and what it means.
  static func line(_ finding: RecordFinding) -> String {
    "\(finding.level.rawValue.uppercased()) \(finding.code)"
      + (finding.section.isEmpty ? "" : " (\(finding.section))")
      + (finding.term.isEmpty ? "" : ", \(shortened(finding.term))") + ": \(finding.text)."
  }

  /// A text on one line, cut where it is long.
  static func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " | ")
    return line.count > longest ? "\(line.prefix(longest)) …" : line
  }
}
