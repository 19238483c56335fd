internal import DMARC

/// What to do about sessions that fail in one way (RFC 8460 4.3).
enum TLSAdvice {
  /// A sentence or two; of a result that nobody defined, what is known of it.
  static func text(for result: String) -> String {
    guard let known = TLSResult(word: result) else {
      return "RFC 8460 does not have this result: ask the reporter what it means."
    }
    return switch known {
    case .starttlsNotSupported:
      "the server does not offer STARTTLS. Turn TLS on at this MX, or take the MX out of DNS and out"
        + " of the policy; see that no firewall between takes STARTTLS out of the answer."
    case .certificateHostMismatch:
      "the certificate is not of the MX's name. Give the server one that names it as the MX record"
        + " does, or correct the MX record."
    case .certificateExpired:
      "the certificate has expired. Renew it, and see that what renews it also makes the mail server"
        + " load it."
    case .certificateNotTrusted:
      "senders do not know who issued the certificate. Use one of a public authority, and send its"
        + " intermediate certificates along."
    case .validationFailure:
      "the sender could not validate the session, and says no more. Try the server with a TLS test,"
        + " and look at the reporter's reason code."
    case .tlsaInvalid:
      "no TLSA record matches the certificate. Publish the record of a new certificate before the"
        + " certificate is used, and take the old one away after."
    case .dnssecInvalid:
      "DNSSEC of the domain or the MX does not validate. Look at the signatures and the DS record;"
        + " until then mail may be held back."
    case .daneRequired:
      "the sender asks for DANE and found no usable TLSA records. Publish them with DNSSEC, or ask"
        + " the sender."
    case .stsPolicyFetchError:
      "the MTA-STS policy could not be fetched. See that https://mta-sts.DOMAIN/.well-known/"
        + "mta-sts.txt answers with status 200, without redirects."
    case .stsPolicyInvalid:
      "the MTA-STS policy is not as RFC 8461 has it. Look at version, mode, mx and max_age;"
        + " `dmarc-report domain` shows how it reads."
    case .stsWebPKIInvalid:
      "the certificate of mta-sts.DOMAIN does not validate. Give the web server one of a public"
        + " authority that names mta-sts.DOMAIN."
    }
  }

  /// A line for each result type, the most frequent first.
  static func lines(for results: [String]) -> [String] {
    results.map { "\($0.isEmpty ? "no result type" : $0): \(text(for: $0))" }
  }
}
