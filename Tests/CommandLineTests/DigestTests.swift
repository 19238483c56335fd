import Foundation
import TestSupport
import Testing

/// A mail of the week, read back by another reader of mail.
@Suite struct DigestTests {
  private static let asked = [
    "--until", "latest", "--from", "dmarc@mx.example", "--to", "postmaster@example.com",
  ]

  private func digest(_ arguments: String...) throws -> Outcome {
    try ImportedMailbox.samples.get().run(["digest"] + Self.asked + arguments)
  }

  @Test func anotherReaderFindsEveryPart() throws {
    let mail = try ReadMail(digest("--domain", "example.com").output)
    #expect(mail.defects == [])
    #expect(mail.headers["from"] == "dmarc@mx.example")
    #expect(mail.headers["to"] == "postmaster@example.com")
    #expect(mail.headers["subject"] == "DMARC of example.com: fix, 2026-10-25 to 2026-10-31")
    #expect(mail.headers["auto-submitted"] == "auto-generated")
    #expect(mail.headers["list-id"] == "<dmarc-digest.mx.example>")
    #expect(mail.headers["mime-version"] == "1.0")
    #expect(mail.headers["date"] != nil)
    #expect(mail.parts.map(\.type) == ["text/plain", "text/html"])
  }

  @Test func theNumbersAreThoseOfTheRecords() throws {
    let text = try ReadMail(digest("--domain", "example.com").output).text
    func messages(_ from: String, _ to: String) throws -> String {
      let sum = try ImportedMailbox.samples.get().sqlite.integers(
        """
        SELECT sum(messages) FROM records
        WHERE policy_domain = 'example.com' AND day BETWEEN '\(from)' AND '\(to)'
        """)
      return sum[0].formatted(.number.locale(Locale(identifier: "en_US")))
    }
    let week = try messages("2026-10-25", "2026-10-31")
    let before = try messages("2026-10-18", "2026-10-24")
    #expect(text.contains(try Regex("All +\(week) +\(before) ")))
    for day in 25...31 {
      let date = "2026-10-\(day)"
      #expect(text.contains(try Regex("\(date) +[0-9]+ +\(messages(date, date)) ")), "\(date)")
    }
  }

  @Test func theTwoFormsSayTheSame() throws {
    let mail = try ReadMail(digest("--domain", "example.com").output)
    let html = mail.parts[1].text
    for number in ["4,587", "1,367", "6,125", "2,018"] {
      #expect(mail.text.contains(number))
      #expect(html.contains(">\(number)<"))
    }
    for words in ["example.com: fix", "Is news-service.example yours?", "payroll.example (56)"] {
      #expect(mail.text.contains(words))
      #expect(html.contains(words))
    }
    for command in ["approve", "block", "forwarder"] {
      #expect(html.contains("source \(command) news-service.example --domain example.com"))
    }
  }

  @Test func theMessageIDIsThatOfTheDaysDomainsAndAddresses() throws {
    func identifier(_ arguments: [String]) throws -> String? {
      let outcome = try ImportedMailbox.samples.get().run(["digest"] + Self.asked + arguments)
      return try ReadMail(outcome.output).headers["message-id"]
    }
    let first = try identifier([])
    #expect(first?.hasPrefix("<dmarc-digest.2026-10-25.2026-10-31.") == true)
    #expect(first?.hasSuffix("@mx.example>") == true)
    #expect(try identifier([]) == first)
    for others in [["--days", "8"], ["--domain", "example.net"], ["--to", "a@example.net"]] {
      #expect(try identifier(others) != first)
    }
  }

  @Test func severalDomainsBeginWithATable() throws {
    let mail = try ReadMail(digest().output)
    #expect(
      mail.headers["subject"]
        == "DMARC of 6 domains: 1 fix, 1 ask, 1 wait, 2 ready, 1 parked, 2026-10-25 to 2026-10-31")
    #expect(mail.text.hasPrefix("All domains\nDomain "))
    #expect(mail.text.contains("\nexample.net: ready\n"))
  }

  @Test func aQuietWeekIsMailedAsWell() throws {
    let mail = try ReadMail(
      ImportedMailbox.samples.get().run([
        "digest", "--until", "2026-11-20", "--domain", "example.net", "--to", "a@example.org",
      ]).output)
    #expect(mail.headers["subject"] == "DMARC of example.net: wait, 2026-11-14 to 2026-11-20")
    #expect(mail.text.contains("No report since 2026-10-31") || mail.text.contains("All "))
  }

  /// A stranger's words are in both forms as text, and load and run nothing.
  @Test func hostileNamesAreText() throws {
    try TemporaryFolder.with { folder in
      let hostile = "<script>alert(1)</script>\u{202E}\" onload=x &amp;"
      let escaped = "&lt;script&gt;alert(1)&lt;/script&gt;\u{202E}&quot; onload=x &amp;amp;"
      let own = (0..<28).map { SmallReport(day: $0) }
      let early = (0..<20).map { SmallReport(reporter: escaped, day: $0) }
      let database = try SmallReport.database(of: own + early, in: folder)
      let outcome = try Program.dmarcReport.run([
        "digest", "--database", database, "--until", "latest", "--to", "a@example.org",
      ])
      let mail = try ReadMail(outcome.output)
      #expect(mail.defects == [])
      #expect(mail.text.contains("<script>alert(1)</script>\\u{202E}"))
      #expect(!mail.parts[1].text.contains("<script"))
      #expect(mail.parts[1].text.contains("&lt;script&gt;alert(1)&lt;/script&gt;\\u{202E}&quot;"))
      #expect(!mail.text.contains(hostile))
    }
  }

  // MARK: Sending

  /// A mail system that keeps what it is given in files, one for each mail, and its arguments.
  private struct MailSystem {
    let folder: TemporaryFolder
    let path: String

    init(in folder: TemporaryFolder, failing: Bool = false) throws {
      self.folder = folder
      let end = failing ? "exit 75" : "exit 0"
      path = try folder.write(
        """
        #!/bin/sh
        echo "$@" >> '\(folder.path("arguments"))'
        cat > '\(folder.path("mail"))'.$$
        \(end)

        """, to: "sendmail")
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    }

    var mails: [Data] {
      get throws {
        try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
          .filter { $0.hasPrefix("mail.") }.map {
            try Data(contentsOf: folder.url.appending(path: $0))
          }
      }
    }
  }

  private func send(
    _ command: [String], _ database: String, _ system: MailSystem
  ) throws -> Outcome {
    try Program.dmarcReport.run(
      command + [
        "--database", database, "--send", "--sendmail", system.path, "--to", "a@example.org",
      ])
  }

  @Test func aMailIsSentOnceHoweverOftenItIsAsked() throws {
    try TemporaryFolder.with { folder in
      let database = try SmallReport.database(of: (0..<20).map { SmallReport(day: $0) }, in: folder)
      let system = try MailSystem(in: folder)
      let digest = ["digest", "--until", "latest"]
      let first = try send(digest, database, system)
      #expect(first.status == 0)
      #expect(first.text + first.diagnostics == "")
      #expect(try String(contentsOfFile: folder.path("arguments"), encoding: .utf8) == "-t -i\n")
      #expect(try system.mails.map { try ReadMail($0).headers["to"] } == ["a@example.org"])
      let second = try send(digest, database, system)
      #expect(second.status == 0)
      #expect(
        second.diagnosticLines == [
          "note: digest: the mail of these days was sent already",
          "hint: --again sends it once more",
        ])
      #expect(try system.mails.count == 1)
      #expect(try send(digest + ["--again"], database, system).status == 0)
      let identifiers = try system.mails.map { try ReadMail($0).headers["message-id"] }
      #expect(identifiers.count == 2)
      #expect(Set(identifiers).count == 1)
    }
  }

  @Test func aMailThatWasNotTakenIsSentTheNextTime() throws {
    try TemporaryFolder.with { folder in
      let database = try SmallReport.database(of: (0..<20).map { SmallReport(day: $0) }, in: folder)
      let failing = try MailSystem(in: folder, failing: true)
      let outcome = try send(["digest", "--until", "latest"], database, failing)
      #expect(outcome.status == 1)
      #expect(
        outcome.diagnosticLines == [
          "error: mail: \(failing.path): it ended with status 75",
          "hint: nothing is remembered as sent; the log of the mail system says why",
        ])
      let system = try MailSystem(in: folder)
      #expect(try send(["digest", "--until", "latest"], database, system).diagnostics == "")
      #expect(try system.mails.count == 2)
    }
  }

  @Test func alertsAreMailedOnceAndOnlyWhereThereAreSome() throws {
    try TemporaryFolder.with { folder in
      let database = try SmallReport.database(of: (0..<20).map { SmallReport(day: $0) }, in: folder)
      let system = try MailSystem(in: folder)
      #expect(try send(["alerts", "--until", "latest"], database, system).status == 0)
      #expect(try system.mails.isEmpty)
      let late = ["alerts", "--until", "2026-09-10"]
      #expect(try send(late, database, system).status == 14)
      let mail = try ReadMail(#require(try system.mails.first))
      #expect(mail.headers["subject"] == "DMARC of example.com: 1 alert")
      #expect(
        mail.text == """
          example.com
          - no report has come about days after 2026-08-20.

          """)
      #expect(try send(late, database, system).status == 0)
      #expect(try system.mails.count == 1)
    }
  }

  @Test func nobodyIsMailedWhereNobodyIsNamed() throws {
    let mailbox = try ImportedMailbox.samples.get()
    let outcome = try mailbox.run(["digest", "--send"])
    #expect(outcome.status == 64)
    #expect(
      outcome.diagnosticLines == [
        "error: --send: nobody is named to send it to",
        "hint: --to ADDRESS, or mail in the configuration file",
      ])
    for address in ["a", "a@b@c", "a b@example.org", "a@example.org\nBcc: c@example.org", "<a@b>"] {
      #expect(try mailbox.run(["digest", "--to", address]).status == 64, "\(address)")
    }
  }
}

/// A mail as Python's reader finds it.
struct ReadMail {
  struct Part: Decodable {
    let type: String
    let text: String
  }

  private struct Contents: Decodable {
    let headers: [String: String]
    let parts: [Part]
    let defects: [String]
  }

  private static let reader = """
    import email, email.policy, json, sys
    mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
    leaves = [part for part in mail.walk() if not part.is_multipart()]
    json.dump({
      "headers": {name.lower(): str(value) for name, value in mail.items()},
      "parts": [{"type": part.get_content_type(), "text": part.get_content()} for part in leaves],
      "defects": [str(defect) for part in mail.walk() for defect in part.defects],
    }, sys.stdout)
    """

  let headers: [String: String]
  let parts: [Part]
  let defects: [String]

  init(_ bytes: Data) throws {
    let outcome = try Program(path: "/usr/bin/python3").run(["-c", Self.reader], input: bytes)
    let contents = try JSONDecoder().decode(Contents.self, from: outcome.output)
    (headers, parts, defects) = (contents.headers, contents.parts, contents.defects)
  }

  /// The plain text.
  var text: String { parts.first { $0.type == "text/plain" }?.text ?? "" }
}
