internal import ArgumentParser
internal import ReportIntake
internal import ReportParsing

/// How much of an input is read before it is refused; docs/limits.md gives the reasons.
struct InputLimitOptions: ParsableArguments {
  private static let intakeDefaults = IntakeLimits()
  private static let parsingDefaults = ParsingLimits()

  @Option(help: hidden("Bytes of a mail or a packed file."))
  var maxMailBytes = intakeDefaults.mailBytes
  @Option(help: hidden("Bytes of a report once unpacked."))
  var maxUnpackedBytes = intakeDefaults.unpackedBytes
  @Option(help: hidden("Bytes of everything unpacked from a mail."))
  var maxUnpackedBytesPerMail = intakeDefaults.unpackedBytesPerMail
  @Option(help: hidden("Members of an archive."))
  var maxArchiveMembers = intakeDefaults.archiveMembers
  @Option(help: hidden("Containers in containers."))
  var maxContainerDepth = intakeDefaults.containerDepth
  @Option(help: hidden("Messages in messages."))
  var maxMessageDepth = intakeDefaults.messageDepth
  @Option(help: hidden("Parts of a mail."))
  var maxMimeParts = intakeDefaults.mimeParts
  @Option(help: hidden("Header fields of a mail and its parts."))
  var maxHeaderFields = intakeDefaults.headerFields
  @Option(help: hidden("Elements in elements."))
  var maxDepth = parsingDefaults.depth
  @Option(help: hidden("Bytes of text in an element."))
  var maxTextBytes = parsingDefaults.textBytes
  @Option(help: hidden("Bytes of text in a record, or before the records."))
  var maxSectionBytes = parsingDefaults.sectionBytes
  @Option(help: hidden("Records of a report."))
  var maxRecords = parsingDefaults.records
  @Option(help: hidden("Results of a record."))
  var maxResultsPerRecord = parsingDefaults.resultsPerRecord
  @Option(help: hidden("Attributes of an element."))
  var maxAttributes = parsingDefaults.attributes
  @Option(help: hidden("Bytes of a tag or comment."))
  var maxMarkupBytes = parsingDefaults.markupBytes
  @Option(help: hidden("Bytes of a TLS report."))
  var maxWholeBytes = parsingDefaults.wholeBytes

  private static func hidden(_ text: String) -> ArgumentHelp {
    ArgumentHelp("\(text)", valueName: "n", visibility: .hidden)
  }

  func validate() throws {
    let all = [
      maxMailBytes, maxUnpackedBytes, maxUnpackedBytesPerMail, maxArchiveMembers,
      maxContainerDepth, maxMessageDepth, maxMimeParts, maxHeaderFields, maxDepth, maxTextBytes,
      maxSectionBytes, maxRecords, maxResultsPerRecord, maxAttributes, maxMarkupBytes,
      maxWholeBytes,
    ]
    guard all.allSatisfy({ $0 > 0 }) else { throw ValidationError("Limits must be above 0.") }
  }

  var intake: IntakeLimits {
    var limits = IntakeLimits()
    limits.mailBytes = maxMailBytes
    limits.unpackedBytes = maxUnpackedBytes
    limits.unpackedBytesPerMail = maxUnpackedBytesPerMail
    limits.archiveMembers = maxArchiveMembers
    limits.containerDepth = maxContainerDepth
    limits.messageDepth = maxMessageDepth
    limits.mimeParts = maxMimeParts
    limits.headerFields = maxHeaderFields
    return limits
  }

  var parsing: ParsingLimits {
    var limits = ParsingLimits()
    limits.depth = maxDepth
    limits.textBytes = maxTextBytes
    limits.sectionBytes = maxSectionBytes
    limits.records = maxRecords
    limits.resultsPerRecord = maxResultsPerRecord
    limits.attributes = maxAttributes
    limits.markupBytes = maxMarkupBytes
    limits.wholeBytes = maxWholeBytes
    return limits
  }
}
