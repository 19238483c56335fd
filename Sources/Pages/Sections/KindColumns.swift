import Analysis
import ReportOutput

/// The columns of a table behind a chart: messages, and those kinds there is any mail of.
enum KindColumns {
  /// The heads, for a table whose rows add up to `total`.
  static func head(_ total: KindCounts) -> HTML {
    total.present(of: MailKind.allCases).reduce(into: "<th class=\"n\" scope=\"col\">Messages</th>")
    {
      $0 += "<th class=\"n\" scope=\"col\">\($1.title)</th>"
    }
  }

  /// The cells of a row.
  static func cells(_ counts: KindCounts, _ total: KindCounts) -> HTML {
    let first: HTML = "<td class=\"n\" data-l=\"Messages\">\(Human.count(counts.messages))</td>"
    return total.present(of: MailKind.allCases).reduce(into: first) { row, kind in
      row += "<td class=\"n\" data-l=\"\(kind.title)\">\(Human.count(counts[kind]))</td>"
    }
  }
}
