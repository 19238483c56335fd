import DMARC

/// Writes a simulated report as its receiver would, in the old vocabulary or the new one.
struct ReportWriter {
  let report: SimulatedReport

  var text: String {
    let root =
      report.isModern ? "<feedback xmlns=\"urn:ietf:params:xml:ns:dmarc-2.0\">" : "<feedback>"
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(root)<version>1.0</version>"
      + metadata + policy + report.rows.map(record).joined() + "</feedback>\n"
  }

  private var metadata: String {
    let begin = report.day.start
    return Self.element(
      "report_metadata",
      Self.element("org_name", report.reporter)
        + Self.element("email", "dmarc@reports.example.net")
        + Self.element("report_id", "\(report.day.text).\(report.serial)")
        + Self.element(
          "date_range",
          Self.element("begin", "\(begin)") + Self.element("end", "\(begin + 86399)")))
  }

  private var policy: String {
    let p = report.policy.p.rawValue
    let sp = report.policy.sp?.rawValue
    let subdomains = (sp ?? (report.isModern ? nil : p)).map { Self.element("sp", $0) } ?? ""
    let modes = [("adkim", report.policy.adkim), ("aspf", report.policy.aspf)]
      .compactMap { name, mode in mode.map { Self.element(name, $0.rawValue) } }.joined()
    let published = report.published
    let held = [("pct", published.pct), ("testing", published.testing)]
      .compactMap { name, text in text.map { Self.element(name, $0) } }.joined()
    return Self.element(
      "policy_published",
      Self.element("domain", report.domain) + modes + Self.element("p", p) + subdomains + held)
  }

  private func record(_ row: SimulatedReport.Row) -> String {
    Self.element(
      "record",
      Self.element(
        "row",
        Self.element("source_ip", row.address) + Self.element("count", "\(row.messages)")
          + evaluated(row))
        + Self.element("identifiers", Self.element("header_from", row.look.from))
        + Self.element("auth_results", results(row.look)))
  }

  private func evaluated(_ row: SimulatedReport.Row) -> String {
    let reasons = row.look.overrides.map { override in
      Self.element("reason", Self.element("type", override.type.shown))
    }
    return Self.element(
      "policy_evaluated",
      Self.element("disposition", row.disposition.rawValue)
        + Self.element("dkim", row.dkim ? "pass" : "fail")
        + Self.element("spf", row.spf ? "pass" : "fail") + reasons.joined())
  }

  private func results(_ look: Look) -> String {
    let signatures = look.signatures.map { signature in
      Self.element(
        "dkim",
        Self.element("domain", signature.domain) + Self.element("selector", signature.selector)
          + Self.element("result", signature.result.rawValue))
    }
    return signatures.joined()
      + Self.element(
        "spf",
        Self.element("domain", look.spfDomain) + Self.element("scope", "mfrom")
          + Self.element("result", look.spf.rawValue))
  }

  private static func element(_ name: String, _ content: String) -> String {
    "<\(name)>\(content)</\(name)>"
  }
}
