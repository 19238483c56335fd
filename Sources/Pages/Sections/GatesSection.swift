import Analysis
import DMARC
import Facts
import ReportOutput

/// The conditions of the next step: what there is, what is asked for, and since when or until when.
struct GatesSection {
  private let domain: DomainReadiness

  init(_ domain: DomainReadiness) {
    self.domain = domain
  }

  var html: HTML {
    let below: HTML? = domain.subdomains.map { scope in
      """
      <details><summary>The same for its subdomains: \(scope.gates.count - scope.unmet.count) of \
      \(scope.gates.count) are met</summary>\(table(scope))</details>
      """
    }
    return """
      <h2>Conditions for p=\(domain.own.nextRung.rawValue)</h2>
      \(table(domain.own))\(note)\(below)
      """
  }

  private func table(_ scope: ScopeReadiness) -> HTML {
    let rows = scope.gates.map { gate -> HTML in
      let sign: HTML =
        gate.met
        ? "<span class=\"good\" role=\"img\" aria-label=\"met\">✔</span>"
        : "<span class=\"bad\" role=\"img\" aria-label=\"not met\">✖</span>"
      let kind: HTML = gate.met ? "" : " class=\"unmet\""
      return """
        <tr\(kind)><td>\(sign) \(gate.name.title)\(earliest(gate))</td>\
        <td class="n">\(value(gate))</td><td class="n">\(gate.requiredText)</td></tr>
        """
    }
    return """
      <table><thead><tr><th scope="col">Condition</th><th class="n" scope="col">Now</th>\
      <th class="n" scope="col">Required</th></tr></thead><tbody>\(rows)</tbody></table>
      """
  }

  /// Names of reporters, which others chose, or a number of ours.
  private func value(_ gate: Gate) -> HTML {
    if case .text(let text) = gate.actual, !text.isEmpty { return "<bdi>\(text)</bdi>" }
    return "\(gate.actual.text)"
  }

  private func earliest(_ gate: Gate) -> HTML? {
    guard !gate.met, let day = gate.earliest else { return nil }
    return " <span class=\"soft\">(on \(day.text) at the earliest)</span>"
  }

  /// Where the gate counts with more care than the numbers above.
  private var note: HTML? {
    let text = ScopeText(domain.own, domain: domain.domain, names: .init())
    return text.carefulNote.map { "<p class=\"soft\">\($0)</p>" }
  }
}
