import Foundation

/// A page, read by a few lines that share nothing with what wrote it.
struct PageText {
  let html: String

  /// The rows of tables under a heading, in the section of a domain: the texts of their cells.
  func rows(under heading: String, of domain: String? = nil) -> [[String]] {
    var part = Substring(html)
    if let domain {
      guard let start = part.range(of: "<h1><bdi>\(domain)</bdi></h1>") else { return [] }
      part = part[start.upperBound...]
      part = part[..<(part.range(of: "</section>")?.lowerBound ?? part.endIndex)]
    }
    guard let start = part.range(of: "<h2>\(heading)") else { return [] }
    part = part[start.upperBound...]
    for end in ["<h2>", "<section"] {
      part = part[..<(part.range(of: end)?.lowerBound ?? part.endIndex)]
    }
    return String(part).matches(of: /(?s)<tr[^>]*>(.*?)<\/tr>/).map { row in
      row.1.matches(of: /(?s)<t[hd][^>]*>(.*?)<\/t[hd]>/).map { Self.text($0.1) }
    }
  }

  /// What charts say when they are pointed at, in the section of a domain.
  func titles(of domain: String) -> [String] {
    guard let start = html.range(of: "<h1><bdi>\(domain)</bdi></h1>") else { return [] }
    let part = html[start.upperBound...]
    let section = part[..<(part.range(of: "</section>")?.lowerBound ?? part.endIndex)]
    return section.matches(of: /(?s)<title>(.*?)<\/title>/).map { Self.text($0.1) }
  }

  private static func text(_ markup: Substring) -> String {
    // Explanations that fold away are no part of a cell's value.
    let flat = markup.replacing(/(?s)<details>.*?<\/details>/, with: "")
      .replacing(/<[^>]*>/, with: "")
    return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(flat) { $0.replacing($1.0, with: $1.1) }
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// `12,345` as a number.
  static func number(_ text: String) -> Int {
    Int(text.replacing(",", with: "")) ?? -1
  }
}
