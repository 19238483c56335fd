import Foundation

/// A mail with one report in it, and what one's own server found of the mail.
struct ForgedMail {
  var reporter = "receiver.example"
  var address = "dmarc@receiver.example"
  /// The domain for which the mail passed DMARC; `nil` where nobody looked.
  var passedFor: String?
  var failed = false
  var policy = "none"
  var source = "192.0.2.1"
  var records = 1
  var begin = 1_504_224_000
  var id = "one"

  static let server = "mx.example.com"

  var text: String {
    """
    \(results)From: reports@\(passedFor ?? "receiver.example")
    To: dmarc@example.com
    Subject: Report Domain: example.com Submitter: \(reporter) Report-ID: <\(id)>
    MIME-Version: 1.0
    Content-Type: text/xml

    \(report)

    """
  }

  private var results: String {
    if failed { return "Authentication-Results: \(Self.server); dmarc=fail\n" }
    guard let passedFor else { return "" }
    return "Authentication-Results: \(Self.server); dmarc=pass header.from=\(passedFor)\n"
  }

  private var report: String {
    """
    <feedback><report_metadata><org_name>\(reporter)</org_name>
    <email>\(address)</email><report_id>\(id)</report_id>
    <date_range><begin>\(begin)</begin><end>\(begin + 86_399)</end></date_range></report_metadata>
    <policy_published><domain>example.com</domain><p>\(policy)</p></policy_published>
    \(String(repeating: record, count: records))</feedback>
    """
  }

  private var record: String {
    """
    <record><row><source_ip>\(source)</source_ip><count>3</count>
    <policy_evaluated><disposition>none</disposition><dkim>fail</dkim><spf>pass</spf>
    </policy_evaluated></row><identifiers><header_from>example.com</header_from></identifiers>
    <auth_results><spf><domain>example.com</domain><result>pass</result></spf></auth_results>
    </record>

    """
  }
}
