import Foundation
import TestSupport

/// Mails with reports of other kinds.
enum OtherReports {
  static func tlsText(day: String = "2026-09-01", failed: Int = 2, id: String = "r-1") -> String {
    """
    {"organization-name":"Receiver","contact-info":"tls@receiver.example","report-id":"\(id)",
     "date-range":{"start-datetime":"\(day)T00:00:00Z","end-datetime":"\(day)T23:59:59Z"},
     "policies":[{"policy":{"policy-type":"sts","policy-domain":"example.com",
      "policy-string":["version: STSv1"],"mx-host":["mx.example.com"]},
      "summary":{"total-successful-session-count":98,"total-failure-session-count":\(failed)},
      "failure-details":[{"result-type":"certificate-expired","sending-mta-ip":"198.51.100.7",
       "receiving-mx-hostname":"mx.example.com","failed-session-count":\(failed)}]}]}
    """
  }

  /// A mail of a receiver with a TLS report, packed as they are (RFC 8460 5.3).
  static func tls(
    day: String = "2026-09-01", failed: Int = 2, id: String = "r-1", results: String = ""
  ) throws -> Data {
    let packed = try Program(path: "/usr/bin/gzip").run(
      ["-c"], input: Data(tlsText(day: day, failed: failed, id: id).utf8)
    ).output
    return Data(
      """
      \(results)From: tls@receiver.example
      To: tls@example.com
      Subject: Report Domain: example.com Submitter: receiver.example Report-ID: <\(id)>
      Message-ID: <\(id)@receiver.example>
      MIME-Version: 1.0
      Content-Type: multipart/report; report-type=tlsrpt; boundary="=-between-="

      --=-between-=
      Content-Type: text/plain

      A report.

      --=-between-=
      Content-Type: application/tlsrpt+gzip
      Content-Transfer-Encoding: base64

      \(packed.base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed]))

      --=-between-=--

      """.utf8)
  }

  /// A failure report about a mail of ann@example.com (RFC 6591 B).
  static func failure(source: String = "192.0.2.1", second: Int = 0) -> Data {
    Data(
      """
      From: dmarc@receiver.example
      To: failures@example.com
      Subject: Failed: Secret plans
      Message-ID: <f-\(second)@receiver.example>
      MIME-Version: 1.0
      Content-Type: multipart/report; report-type=feedback-report; boundary="=-between-="

      --=-between-=
      Content-Type: text/plain

      A mail to bob@receiver.example failed.

      --=-between-=
      Content-Type: message/feedback-report

      Feedback-Type: auth-failure
      User-Agent: Receiver/1.0
      Version: 1
      Original-Mail-From: ann@example.com
      Original-Rcpt-To: bob@receiver.example
      Arrival-Date: Tue, 1 Sep 2026 10:00:0\(second) +0000
      Source-IP: \(source)
      Reported-Domain: example.com
      Auth-Failure: dmarc
      Delivery-Result: reject

      --=-between-=
      Content-Type: message/rfc822

      From: ann@example.com
      To: bob@receiver.example
      Subject: Secret plans

      For your eyes only.

      --=-between-=--

      """.utf8)
  }
}
