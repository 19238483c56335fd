import Facts
import ReportOutput

/// What the import could not read: all domains together, as nobody knows whose a broken mail was.
struct ProblemsSection {
  /// Kinds of problems that have a row of their own.
  private static let most = 12

  let problems: [StoredProblem]

  var html: HTML {
    guard !problems.isEmpty else {
      return "<h2>Import</h2><p>Every report that came in was read.</p>"
    }
    let counts = Dictionary(grouping: problems) { "\($0.kind): \($0.reason)" }.mapValues(\.count)
    let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let rows = ordered.prefix(Self.most).map { kind, count -> HTML in
      "<tr><td>\(name: kind)</td><td class=\"n\">\(count)</td></tr>"
    }
    let more: HTML? =
      ordered.count > Self.most
      ? "<p class=\"soft\">And \(ordered.count - Self.most) other kinds.</p>" : nil
    return """
      <h2>Import</h2>
      <p>\(Human.counted(Int64(problems.count), "mail or report", "mails and reports")) could not be \
      taken in, of all domains and all time. <code>dmarc-report problems</code> names each.</p>
      <details><summary>By kind</summary><table><thead><tr><th scope="col">Kind</th>\
      <th class="n" scope="col">Inputs</th></tr></thead><tbody>\(rows)</tbody></table></details>\(more)
      """
  }
}
