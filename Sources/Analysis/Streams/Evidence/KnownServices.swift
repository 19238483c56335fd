/// Sending services by the domains they authenticate with; enough to name a sender to a person.
///
/// The table gives names and advice. It proves nothing: everybody can be a customer there.
public enum KnownServices {
  /// The service behind an organizational or longer domain; `nil` for a domain not in the table.
  public static func name(of domain: String) -> String? {
    var rest = Substring(domain)
    while !rest.isEmpty {
      if let name = names[String(rest)] { return name }
      guard let dot = rest.firstIndex(of: ".") else { return nil }
      rest = rest[rest.index(after: dot)...]
    }
    return nil
  }

  /// Whether a service sends mail for its customers, and does not keep mailboxes from which people
  /// forward mail.
  static func sendsForOthers(_ domain: String) -> Bool {
    name(of: domain).map { !mailboxServices.contains($0) } ?? false
  }

  private static let mailboxServices: Set<String> = [
    "Google Workspace", "Gmail", "Microsoft 365", "Zoho", "iCloud Mail", "Proofpoint", "Mimecast",
  ]

  private static let names: [String: String] = [
    "amazonses.com": "Amazon SES",
    "sendgrid.net": "SendGrid", "sendgrid.com": "SendGrid",
    "mailgun.org": "Mailgun", "mailgun.net": "Mailgun", "mailgun.info": "Mailgun",
    "mcsv.net": "Mailchimp", "mcdlv.net": "Mailchimp", "rsgsv.net": "Mailchimp",
    "mailchimpapp.net": "Mailchimp", "mandrillapp.com": "Mailchimp Transactional",
    "gappssmtp.com": "Google Workspace", "google.com": "Google Workspace",
    "googlemail.com": "Gmail", "gmail.com": "Gmail",
    "onmicrosoft.com": "Microsoft 365", "outlook.com": "Microsoft 365",
    "sparkpostmail.com": "SparkPost", "sparkpostmail1.com": "SparkPost",
    "hubspotemail.net": "HubSpot", "hubspot.com": "HubSpot", "hubspotlinks.com": "HubSpot",
    "salesforce.com": "Salesforce", "exacttarget.com": "Salesforce Marketing Cloud",
    "pardot.com": "Salesforce Account Engagement",
    "zendesk.com": "Zendesk", "freshdesk.com": "Freshdesk", "freshemail.io": "Freshworks",
    "intercom-mail.com": "Intercom", "helpscoutemail.com": "Help Scout",
    "mailjet.com": "Mailjet", "mtasv.net": "Postmark", "pstmrk.it": "Postmark",
    "brevo.com": "Brevo", "brevosend.com": "Brevo", "sendinblue.com": "Brevo",
    "klaviyomail.com": "Klaviyo", "klaviyo.com": "Klaviyo",
    "ccsend.com": "Constant Contact", "constantcontact.com": "Constant Contact",
    "cmail19.com": "Campaign Monitor", "createsend.com": "Campaign Monitor",
    "activecampaign.com": "ActiveCampaign", "acems1.com": "ActiveCampaign",
    "mktomail.com": "Marketo", "customeriomail.com": "Customer.io",
    "shopify.com": "Shopify", "shopifyemail.com": "Shopify", "stripe.com": "Stripe",
    "squarespace-mail.com": "Squarespace", "wixemails.com": "Wix",
    "intuit.com": "Intuit", "xero.com": "Xero", "docusign.net": "DocuSign",
    "atlassian.net": "Atlassian", "zoho.com": "Zoho", "zohomail.com": "Zoho",
    "zcsend.net": "Zoho Campaigns", "elasticemail.com": "Elastic Email",
    "smtp2go.com": "SMTP2GO", "mailersend.net": "MailerSend", "mlsend.com": "MailerLite",
    "getresponse.com": "GetResponse", "dotdigital.com": "Dotdigital",
    "surveymonkey.com": "SurveyMonkey", "eventbrite.com": "Eventbrite",
    "pphosted.com": "Proofpoint", "mimecast.com": "Mimecast", "icloud.com": "iCloud Mail",
    "workday.com": "Workday", "adp.com": "ADP", "servicenow.com": "ServiceNow",
  ]
}
