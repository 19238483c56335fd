public import ArgumentParser
public import PublishedRecords
internal import ReportOutput

/// `dmarc-report domain lint`: the text of a record alone, without DNS.
struct DomainLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Judges the text of a record, without asking DNS.",
    discussion: """
      Several records of one name are several texts, or one with " || " between them.

        $ dmarc-report domain lint "v=spf1 mx ~all;"
        $ dmarc-report domain lint --kind mx "0 ." "10 mx.example.com"
      """)

  @Argument(help: "The record; also as `dig` prints it, in quotes.")
  var text: [String]

  @Option(help: "What the record is for; told by its text otherwise.")
  var kind: RecordKind?

  @Option(
    help: ArgumentHelp(
      "For dmarc-report: the host at which the record stands.", valueName: "host"))
  var host: String?

  @OptionGroup var format: FormatOptions

  func run() throws {
    let texts = text.flatMap(Self.records).map(ZoneText.unquoted)
    guard let kind = kind ?? texts.lazy.compactMap({ RecordKind(guessing: $0) }).first else {
      throw UsageFailure(
        what: "record", why: "nobody can tell by its text what it is for",
        hint: "say so: --kind \(RecordKind.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    let judgement = RecordLint.judge(texts, as: kind, host: host)
    try format.write(LintAnswer(judgement, texts: texts, kind: kind).document)
    if judgement.findings.contains(where: { $0.level <= .should }) {
      throw ExitStatus.findings.code
    }
  }

  private static func records(_ text: String) -> [String] {
    var records: [String] = []
    var rest = text[...]
    while let gap = rest.firstRange(of: " || ") {
      records.append(String(rest[..<gap.lowerBound]))
      rest = rest[gap.upperBound...]
    }
    return records + [String(rest)]
  }
}

extension RecordKind: ExpressibleByArgument {}
