/// Mails with one small report each: one record of one message, and an id of its own.
enum ReportMail {
  static func text(id: String) -> String {
    """
    From: reports@receiver.example\r
    To: dmarc@example.com\r
    Subject: Report Domain: example.com Submitter: receiver.example Report-ID: <\(id)>\r
    MIME-Version: 1.0\r
    Content-Type: text/xml\r
    \r
    \(report(id: id))\r

    """
  }

  private static func report(id: String) -> String {
    """
    <?xml version="1.0"?>\r
    <feedback><report_metadata><org_name>receiver.example</org_name>\r
    <email>reports@receiver.example</email><report_id>\(id)</report_id>\r
    <date_range><begin>1790812800</begin><end>1790899199</end></date_range></report_metadata>\r
    <policy_published><domain>example.com</domain><p>none</p></policy_published>\r
    <record><row><source_ip>192.0.2.1</source_ip><count>1</count>\r
    <policy_evaluated><disposition>none</disposition><dkim>pass</dkim><spf>pass</spf>\r
    </policy_evaluated></row><identifiers><header_from>example.com</header_from></identifiers>\r
    <auth_results><spf><domain>example.com</domain><result>pass</result></spf></auth_results>\r
    </record></feedback>
    """
  }
}
