/// A report that has a stranger's text in every place that a page could show.
struct HostileReport {
  /// What has taken pages over, and what makes a text look like another.
  static let texts = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)' style='background:url(//evil.example/x)",
    "<svg/onload=alert(1)><style>*{display:none}</style>",
    "</title></style></bdi><iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<form action=//evil.example><button>log in</button></form><a href=javascript:alert(1)>x</a>",
    "abc\u{202E}moc.elpmaxe\u{2066}\u{200B}\u{FEFF}\u{85}xyz",
    "<b>" + String(repeating: "\u{1F4A9}long ", count: 1500),
    "&lt;script&gt;alert(1)&lt;/script&gt;<!--",
    "<base href=//evil.example><link rel=stylesheet href=//evil.example/x.css><meta http-equiv=refresh content=0>",
  ]

  let text: String
  let number: Int
  let day: Int

  private var safe: String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }

  var xml: String {
    let begin = 1_788_220_800 + day * 86_400
    return """
      <feedback><report_metadata><org_name>\(safe)</org_name><email>\(safe)</email>
      <extra_contact_info>\(safe)</extra_contact_info><report_id>\(safe)\(day)</report_id>
      <date_range><begin>\(begin)</begin><end>\(begin + 86_399)</end></date_range></report_metadata>
      <policy_published><domain>victim\(number % 3).example</domain><p>\(number == 1 ? safe : "none")</p>
      <sp>\(number == 2 ? safe : "none")</sp></policy_published>
      \(record(domain: safe, dkim: "pass", count: 30))\(record(domain: "victim\(number % 3).example", dkim: "fail", count: 50))
      </feedback>
      """
  }

  private func record(domain: String, dkim: String, count: Int) -> String {
    """
    <record><row><source_ip>192.0.2.\(number + 1)</source_ip><count>\(count)</count>
    <policy_evaluated><disposition>none</disposition><dkim>fail</dkim><spf>fail</spf>
    <reason><type>\(safe)</type><comment>\(safe)</comment></reason></policy_evaluated></row>
    <identifiers><header_from>victim\(number % 3).example</header_from>
    <envelope_from>\(safe)</envelope_from></identifiers>
    <auth_results><dkim><domain>\(domain)</domain><selector>\(safe)</selector>
    <result>\(dkim)</result><human_result>\(safe)</human_result></dkim>
    <spf><domain>\(safe)</domain><result>pass</result></spf></auth_results></record>
    """
  }
}
