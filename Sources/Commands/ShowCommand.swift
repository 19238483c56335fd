internal import ArgumentParser
internal import DMARC
internal import PublicSuffix
internal import ReportImport
internal import ReportIntake
internal import ReportOutput
internal import ReportParsing

/// `dmarc-report show`: the reports of a file as people read them; no database is needed.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Prints the reports in a file or mail; needs no database.",
    discussion: """
      Every deviation from the standards that was met is named; docs/deviations.md explains them.

        $ dmarc-report show report.xml.gz
        $ dmarc-report show --format json - < mail.eml
      """)

  @Argument(
    help: "A mail, an archive, an XML or JSON file, or - for standard input.",
    completion: .file())
  var path: String

  @Flag(
    name: .customLong("validate"),
    help: "Say how each report keeps to its standard, in words that its reporter understands.")
  var isHeldAgainstStandard = false

  @OptionGroup var format: FormatOptions
  @OptionGroup var limits: InputLimitOptions

  func run() throws {
    var shown = 0
    var faulty = 0
    var problems = 0
    let diagnostics = Diagnostics()
    func complain(_ name: String, _ error: any Error) {
      problems += 1
      let (diagnostic, _) =
        Failure.explain(InputFailure(path: name, error: error)) ?? (
          Diagnostic(.error, name), .failure
        )
      diagnostics.report(diagnostic)
    }
    let reader = ItemReader(limits: limits.intake)
    let parser = ReportParser(domains: PublicSuffixList(), limits: limits.parsing)
    for item in try items() {
      let result = try reader.read(item) { payload in
        do {
          if isHeldAgainstStandard {
            guard let answer = try validation(of: payload, parser) else {
              return diagnostics.note(item.name, why: "nothing to validate: failure report")
            }
            try format.write(answer.document)
            faulty += answer.keeps ? 0 : 1
          } else {
            try format.write(try document(of: payload, parser))
          }
          shown += 1
        } catch let error as OutputError {
          throw error
        } catch {
          complain(Self.place(payload.name, in: item), error)
        }
      }
      for refusal in result.refusals { complain(Self.place(refusal.name, in: item), refusal.error) }
      for kind in result.setAside.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
        diagnostics.note(item.name, why: "nothing to show: \(kind.phrase)")
      }
    }
    if problems > 0 || shown == 0 { throw ExitStatus.failure.code }
    if faulty > 0 { throw ExitStatus.findings.code }
  }

  /// A report of any kind as it is shown.
  private func document(of payload: Payload, _ parser: ReportParser) throws -> OutputDocument {
    let next = { try payload.next() }
    switch payload.kind {
    case .aggregate:
      let report = try parser.report(next: next, rewind: { try payload.rewind() })
      return ReportAnswer(report, name: payload.name).document
    case .tls:
      let report = try TLSReportParser(limits: limits.parsing)
        .report(next: next, subject: payload.mail?.subject)
      return TLSReportAnswer(report, name: payload.name).document
    case .failure:
      let report = try FailureReportParser(limits: limits.parsing).report(next: next)
      return FailureReportAnswer(report, name: payload.name).document
    }
  }

  /// How a report keeps to its standard: RFC 9990 where it shows that its reporter knows it, else RFC
  /// 7489, else RFC 8460; `nil` of a failure report, whose fields are the mail's.
  private func validation(
    of payload: Payload, _ parser: ReportParser
  ) throws -> ValidationAnswer? {
    let next = { try payload.next() }
    switch payload.kind {
    case .aggregate:
      let report = try parser.report(next: next, rewind: { try payload.rewind() })
      let standard = report.header.showsRFC9990 ? ReportStandard.rfc9990 : .rfc7489
      try payload.rewind()
      let faults = try SchemaValidator(standard, limits: limits.parsing)
        .faults(namespace: report.header.namespace, next: next)
      return ValidationAnswer(report, against: standard, faults: faults, name: payload.name)
    case .tls:
      let report = try TLSReportParser(limits: limits.parsing).report(next: next)
      return ValidationAnswer(report, name: payload.name)
    case .failure: return nil
    }
  }

  private static func place(_ part: String, in item: IntakeItem) -> String {
    part.isEmpty || part == item.name ? item.name : "\(item.name): \(part)"
  }

  private func items() throws -> ItemList {
    do {
      return try Inbox(path: path, limits: limits.intake).items()
    } catch {
      throw InputFailure(path: path, error: error)
    }
  }
}
