/// Platforms whose customers authenticate below one domain of the platform.
///
/// Each customer is an organization of its own: what six of them send is no steady sender. From
/// the platforms' public documentation: Microsoft 365 gives every tenant `NAME.onmicrosoft.com`,
/// Google Workspace signs as `NAME.DATE.gappssmtp.com` where no key is set up.
enum SharedPlatforms {
  /// How many labels before the platform's domain name a customer.
  private static let labels: [String: Int] = [
    "onmicrosoft.com": 1, "gappssmtp.com": 2, "zendesk.com": 1, "freshdesk.com": 1,
    "myshopify.com": 1, "atlassian.net": 1, "hubspotemail.net": 1, "wl.sendgrid.net": 1,
  ]

  /// The domain of the customer that a name belongs to; `nil` where the name is of no platform, or
  /// is the platform itself.
  static func customer(of domain: String) -> String? {
    let parts = domain.split(separator: ".", omittingEmptySubsequences: false)
    for start in parts.indices.dropFirst() {
      guard let count = labels[parts[start...].joined(separator: ".")] else { continue }
      return start >= count ? parts[(start - count)...].joined(separator: ".") : nil
    }
    return nil
  }

  /// Whether a customer's name is made from a domain's, as `acme` or `acme-example` is from
  /// `acme.example`.
  static func isNamedAfter(_ domain: String, customer: String) -> Bool {
    let own = letters(domain.prefix { $0 != "." })
    guard own.count >= 4, let label = customer.split(separator: ".").first else { return false }
    return letters(label).hasPrefix(own)
  }

  private static func letters(_ text: Substring) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
