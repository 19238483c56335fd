import Foundation

/// Mails around reports.
enum Mail {
  /// A mail with one attachment.
  static func wrapping(_ data: Data, name: String) -> Data {
    let base64 = data.base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
    return Data(
      """
      From: reports@receiver.example
      To: dmarc@example.com
      Subject: Report Domain: example.com
      Message-ID: <\(abs(base64.hashValue))@receiver.example>
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary="=-between-="

      --=-between-=
      Content-Type: text/plain

      A report.

      --=-between-=
      Content-Type: application/octet-stream; name="\(name)"
      Content-Transfer-Encoding: base64
      Content-Disposition: attachment; filename="\(name)"

      \(base64)

      --=-between-=--

      """.utf8)
  }

  /// Mails in one file, lines that look like separators quoted (mboxrd).
  static func mbox(_ mails: [Data]) -> Data {
    var box = Data()
    for mail in mails {
      box.append(Data("From reports@receiver.example Thu Oct  1 00:00:00 2026\n".utf8))
      for line in mail.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
        if line.drop(while: { $0 == UInt8(ascii: ">") }).starts(with: Data("From ".utf8)) {
          box.append(UInt8(ascii: ">"))
        }
        box.append(line)
        box.append(UInt8(ascii: "\n"))
      }
      box.append(UInt8(ascii: "\n"))
    }
    return box
  }
}
