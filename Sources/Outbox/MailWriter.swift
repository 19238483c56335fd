import CGMime

/// Writes mails as RFC 5322 has them, by GMime.
enum MailWriter {
  /// GMime's tables are made once for the process; Swift runs this once however many ask.
  private static let isReady: Bool = {
    g_mime_init()
    return true
  }()

  /// The whole mail with lines that end in LF, as sendmail takes it; `nil` where there is no memory.
  static func text(of mail: OutgoingMail) -> String? {
    guard isReady, let message = g_mime_message_new(1) else { return nil }
    defer { g_object_unref(message) }
    address(message, mail)
    g_mime_message_set_subject(message, mail.subject, "utf-8")
    g_mime_message_set_message_id(message, mail.messageID)
    if let date = g_date_time_new_from_unix_utc(gint64(mail.date)) {
      g_mime_message_set_date(message, date)
      g_date_time_unref(date)
    }
    // Nobody's vacation answers it (RFC 3834 5).
    gmime_set_header(message, "Auto-Submitted", "auto-generated")
    gmime_set_header(message, "List-Id", "<\(mail.listID)>")
    guard let content = content(of: mail), let text = gmime_written(message, content) else {
      return nil
    }
    defer { g_free(text) }
    return String(cString: text)
  }

  private static func address(
    _ message: UnsafeMutablePointer<GMimeMessage>, _ mail: OutgoingMail
  ) {
    g_mime_message_add_mailbox(message, GMIME_ADDRESS_TYPE_FROM, nil, mail.from)
    for address in mail.to {
      g_mime_message_add_mailbox(message, GMIME_ADDRESS_TYPE_TO, nil, address)
    }
  }

  private static func content(of mail: OutgoingMail) -> UnsafeMutablePointer<GMimeObject>? {
    guard let plain = gmime_text("plain", mail.plain) else { return nil }
    guard let html = mail.html, let other = gmime_text("html", html) else { return plain }
    // No line of quoted-printable text has a `=_` in it (RFC 2045 6.7), so none is this boundary.
    return gmime_alternative(plain, other, "=_dmarc-report")
  }
}

extension OutgoingMail {
  /// The whole mail with lines that end in LF; throws `OutboxError` where it cannot be made.
  public func text() throws(OutboxError) -> String {
    guard let text = MailWriter.text(of: self) else { throw .cannotBeMade }
    return text
  }
}
