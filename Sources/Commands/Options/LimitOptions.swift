internal import ArgumentParser
internal import ReportIntake
internal import ReportParsing

/// How much of an input is read before it is refused; docs/limits.md gives the reasons.
struct LimitOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Bytes of a mail or a packed file.", visibility: .hidden))
  var maxMailBytes: Int?
  @Option(help: ArgumentHelp("Bytes of a report once unpacked.", visibility: .hidden))
  var maxUnpackedBytes: Int?
  @Option(help: ArgumentHelp("Bytes of all reports of a mail.", visibility: .hidden))
  var maxUnpackedBytesPerMail: Int?
  @Option(help: ArgumentHelp("Members of an archive.", visibility: .hidden))
  var maxArchiveMembers: Int?
  @Option(help: ArgumentHelp("Containers in containers.", visibility: .hidden))
  var maxContainerDepth: Int?
  @Option(help: ArgumentHelp("Messages in messages.", visibility: .hidden))
  var maxMessageDepth: Int?
  @Option(help: ArgumentHelp("Parts of a mail.", visibility: .hidden))
  var maxMimeParts: Int?
  @Option(help: ArgumentHelp("Elements in elements.", visibility: .hidden))
  var maxDepth: Int?
  @Option(help: ArgumentHelp("Bytes of text in an element.", visibility: .hidden))
  var maxTextBytes: Int?
  @Option(help: ArgumentHelp("Bytes of all texts of a report's head.", visibility: .hidden))
  var maxSectionBytes: Int?
  @Option(help: ArgumentHelp("Attributes of an element.", visibility: .hidden))
  var maxAttributes: Int?
  @Option(help: ArgumentHelp("Bytes of a tag.", visibility: .hidden))
  var maxMarkupBytes: Int?
  @Option(help: ArgumentHelp("Records of a report.", visibility: .hidden))
  var maxRecords: Int?
  @Option(help: ArgumentHelp("Results of a record.", visibility: .hidden))
  var maxResultsPerRecord: Int?

  var intake: IntakeLimits {
    var limits = IntakeLimits()
    limits.mailBytes = maxMailBytes ?? limits.mailBytes
    limits.unpackedBytes = maxUnpackedBytes ?? limits.unpackedBytes
    limits.unpackedBytesPerMail = maxUnpackedBytesPerMail ?? limits.unpackedBytesPerMail
    limits.archiveMembers = maxArchiveMembers ?? limits.archiveMembers
    limits.containerDepth = maxContainerDepth ?? limits.containerDepth
    limits.messageDepth = maxMessageDepth ?? limits.messageDepth
    limits.mimeParts = maxMimeParts ?? limits.mimeParts
    return limits
  }

  var parsing: ParsingLimits {
    var limits = ParsingLimits()
    limits.depth = maxDepth ?? limits.depth
    limits.textBytes = maxTextBytes ?? limits.textBytes
    limits.sectionBytes = maxSectionBytes ?? limits.sectionBytes
    limits.attributes = maxAttributes ?? limits.attributes
    limits.markupBytes = maxMarkupBytes ?? limits.markupBytes
    limits.records = maxRecords ?? limits.records
    limits.resultsPerRecord = maxResultsPerRecord ?? limits.resultsPerRecord
    return limits
  }
}
