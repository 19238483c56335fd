import Glibc
import PublicSuffix
import ReportIntake
import ReportParsing

/// The XML reader, fed in pieces of a length that the first byte decides.
struct XMLTarget: FuzzTarget {
  private let parser = ReportParser(
    domains: PublicSuffixList(), limits: ParsingLimits(), batchRecords: 3)

  func take(_ bytes: UnsafeRawBufferPointer) {
    let length = Int(bytes.first ?? 0) * 16 + 1
    let document = UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
    var position = 0
    _ = try? parser.parse(
      next: {
        guard position < document.count else { return nil }
        let end = min(document.count, position + length)
        defer { position = end }
        return UnsafeRawBufferPointer(rebasing: document[position..<end])
      },
      rewind: { position = 0 }, emit: { _ in })
  }
}

/// The readers of TLS reports and failure reports, and the schemas.
struct JSONTarget: FuzzTarget {
  private let tls = TLSReportParser()
  private let failures = FailureReportParser()

  func take(_ bytes: UnsafeRawBufferPointer) {
    let document = Array(bytes)
    if let report = try? tls.report(from: document, subject: "Report Domain: example.com") {
      // What was left out is told of; what is counted is within bounds.
      precondition(!report.policies.isEmpty || report.leftOut > 0, "a report of nothing")
      for policy in report.policies {
        precondition(policy.successful >= 0 && policy.failed >= 0, "fewer than none")
        precondition(policy.domain.utf8.allSatisfy { $0 < 0x80 }, "a name that is none")
      }
      precondition((try? tls.report(from: document))?.metadata == report.metadata)
    }
    if let report = try? failures.report(from: document) {
      precondition(report.incidents > 0, "a report of no mail")
      precondition(report.result.utf8.count <= 32 && report.failure.utf8.count <= 32, "no word")
    }
    for standard in ReportStandard.allCases {
      var isRead = false
      _ = try? SchemaValidator(standard).faults(namespace: standard.namespace) {
        defer { isRead = true }
        return isRead ? nil : bytes
      }
    }
  }
}

/// The reader of mails and containers, and the XML reader behind it.
struct MailTarget: FuzzTarget {
  private let descriptor: [Int32]
  private let items: [IntakeItem]
  private let reader: ItemReader
  private let parser = ReportParser(domains: PublicSuffixList())

  init() {
    var limits = IntakeLimits()
    limits.mailBytes = 1 << 20
    limits.unpackedBytes = 1 << 20
    limits.unpackedBytesPerMail = 2 << 20
    reader = ItemReader(limits: limits)
    let home = getenv("FUZZ_FOLDER").map { String(cString: $0) } ?? "/tmp/dmarc-report-fuzz"
    for folder in ["", "/cur", "/new", "/tmp"] { mkdir(home + folder, 0o700) }
    let paths = [home + "/input", home + "/new/1.a.b"]
    descriptor = paths.map { open($0, O_RDWR | O_CREAT, 0o600) }
    items = [paths[0], home].flatMap { path in
      (try? Inbox(path: path).items()).map(Array.init) ?? []
    }
    precondition(items.count == 2, "both a file and a message must be found")
  }

  func take(_ bytes: UnsafeRawBufferPointer) {
    for (descriptor, item) in zip(descriptor, items) {
      ftruncate(descriptor, 0)
      pwrite(descriptor, bytes.baseAddress, bytes.count, 0)
      let result = reader.read(item) { payload in
        _ = try? parser.parse(
          next: { try payload.next() }, rewind: { try payload.rewind() }, emit: { _ in })
      }
      // Whatever it is, something must be said of it.
      precondition(
        result.payloads > 0 || !result.setAside.isEmpty || !result.refusals.isEmpty,
        "nothing was said of an input")
    }
  }
}

/// The reader of Authentication-Results.
struct ResultsTarget: FuzzTarget {
  func take(_ bytes: UnsafeRawBufferPointer) {
    let field = String(decoding: bytes, as: UTF8.self)
    let server = "mx.example.com"
    let results = AuthenticationResults(field)
    let found = AuthenticationResults.topmost(of: server, in: ["other.example; none", field])
    precondition(found == nil || found == results, "one field is read in two ways")
    precondition(found == nil || found?.server.lowercased() == server, "another server is believed")
  }
}
