import Foundation

/// A report of no meaning; intake does not look into it.
func report(_ id: String) -> String {
  "<?xml version=\"1.0\"?>\n<feedback><report_metadata><report_id>\(id)</report_id>"
    + "</report_metadata></feedback>\n"
}

/// The subject of RFC 7489 7.2.1.1.
let announcement = "Report Domain: example.org Submitter: example.com Report-ID: 1"

/// A mail of the given parts.
func mail(
  subject: String = announcement, type: String = "multipart/mixed", _ parts: String...
) -> Data {
  let body = parts.map { "--b\n\($0)\n" }.joined() + "--b--\n"
  return Data(
    """
    Received: from mx.example.com by mail.example.org; Mon, 2 Mar 2026 04:54:22 +0000
    From: reports@example.com
    To: dmarc@example.org
    Subject: \(subject)
    Date: Mon, 2 Mar 2026 04:54:20 +0000
    Message-ID: <1@example.com>
    MIME-Version: 1.0
    Content-Type: \(type); boundary="b"

    \(body)
    """.utf8)
}

/// A mail without parts.
func plainMail(subject: String = announcement, fields: String = "", _ body: String) -> Data {
  Data("From: reports@example.com\nSubject: \(subject)\n\(fields)\n\(body)".utf8)
}

/// A part that is a base64 attachment.
func attachment(_ data: Data, _ type: String, _ name: String) -> String {
  """
  Content-Type: \(type)
  Content-Transfer-Encoding: base64
  Content-Disposition: attachment; filename="\(name)"

  \(base64(data))
  """
}

/// A part that people read.
func text(_ text: String) -> String { "Content-Type: text/plain\n\n\(text)" }
