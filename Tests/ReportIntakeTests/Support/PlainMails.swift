/// Mails, from the header that says how they are built, that are as plain as most reports'.
enum PlainMails {
  static let all: [String] = [
    report, report.replacing("application/gzip", with: "TEXT/XML"), "\(text)--=_b\n",
    multipart("mixed", text, report),
    multipart("mixed", report).replacing("\n", with: "\r\n"),
    multipart("x", report).replacing("\n\n", with: "\n\nMIME begins here\n\n", maxReplacements: 1),
    multipart("mixed", report.replacing("Content-Disposition:", with: "X-A: b\nX-B:")),
    multipart("mixed", related, report), multipart("mixed", report, "\(related)x", text),
    multipart("mixed", multipart("mixed", related, report).replacing("=_b", with: "=_c"))
      .replacing("\n", with: "\r\n"),
    multipart("report; report-type=TLSRPT", text), multipart("encrypted", text, report),
    multipart("mixed", "Content-Type: application/tlsrpt+gzip\n\nx"),
    "\(multipart("mixed", "Content-Type: application/pkcs7-mime\n\nx", text))\nafterwards\n--=_b\n",
  ]

  private static let text = "Content-Type: text/plain; charset=us-ascii\n\nThis is a report.\n"

  private static let report = """
    Content-Type: application/gzip; name="old.gz"
    Content-Transfer-Encoding: base64
    Content-Disposition: attachment;
    \tfilename="example.com!example.org!1!2.xml.gz"

    H4sIAAAA
    """

  private static let related = multipart("related", text, text).replacing("=_b", with: "=_ab")

  private static func multipart(_ type: String, _ parts: String...) -> String {
    "Content-Type: multipart/\(type); boundary=\"=_b\"\n\n"
      + parts.map { "--=_b\n\($0)\n" }.joined() + "--=_b--\n"
  }

  /// Lines that make a mail another, or none.
  static let lines: [String] =
    [
      "", " ", "\t", "\r", "-", "--", "x", "\tx", ": x", "a b: c", "name : x", "From x", "From: x",
      "--=_b", "--=_b ", "--=_b\r", "--=_b--", "--=_b--x", "--=_bb", "--c", "--c--", "--=_ab",
      "--=_ab--", "MIME-Version: 1.0", "Content-Length: 3", " name=\"x.gz\"", "=?utf-8?q?a?=",
    ]
    + [
      "", "text", "text/plain", "message/rfc822", "multipart/mixed; boundary=c", "text/enriched",
      "multipart/digest; boundary=\"=_b\"", "multipart/mixed; boundary=\"\"", "text/rfc822-headers",
      "multipart/mixed; boundary=\"=_b \"", "multipart/mixed; boundary=\"=_b", "application/x",
      "multipart/mixed; boundary*0=\"=_\"; boundary*1=b", "text/html; boundary=\"=_b\"",
      "multipart/report; report-type=\"feedback-report\"; boundary=\"=_b\"",
      "text/XML; name*=utf-8''%41", "application/gzip; name=\"=?utf-8?q?a?=\"",
      "(x) application/(y)gzip (z); (n) name = z", "application/pgp-encrypted", "a/b; name=a b",
    ].map { "Content-Type: \($0)" }
    + [
      "quoted-printable", " BASE64 (x)", "base64;", "uuencode", "x-uuencode", "8bit", "\"base64\"",
      "binary",
    ].map { "Content-Transfer-Encoding: \($0)" }
    + ["", "inline; filename=a", "attachment; filename=\"a\\\"b\"", "attachment; filename*0=a"]
    .map { "Content-Disposition: \($0)" }

  /// Bytes that mean something in a header or end a line, and some that are never there.
  static let bytes: [UInt8] = Array("\t\n\r \"()*-:;=?\\A".utf8) + [0, 127, 200]
}
