internal import DMARC

/// Takes a report's elements as they come and makes records and a header of them.
///
/// The C callbacks reach it by a pointer. Nothing here makes a text, an object or a dictionary
/// for a record: values gather in `stage`, and a finished record is copied to its batch at once.
struct ReportSink {
  let limits: ParsingLimits
  let elements = ElementTable()
  let words = RecordVocabularies()
  let deviations = DeviationLog()
  let header: HeaderBuilder
  var organizations: OrganizationCache

  // Where in the document we are.
  var depth = 0
  /// The depth of `feedback`; zero outside of it.
  var feedbackDepth = 0
  var hasFeedback = false
  /// Elements open below `feedback` that mean something.
  var open = Items<Element>()
  /// The value being read, and how many elements are open inside it.
  var value = Element.unknown
  var nested = 0
  /// How many elements are open that are ignored.
  var ignored = 0
  var isInRecord = false
  /// Whether text is wanted here.
  var isGathering = false
  var rootName: String?
  var namespaces = Namespaces()

  // The record being read.
  var stage = Bytes(capacity: 1 << 14)
  var textStart = 0
  var record = RecordFields()
  var signatures = Items<ResultFields>()
  var checks = Items<ResultFields>()
  var reasons = Items<ReasonFields>()
  /// The rows of the record before the last one; nearly all records have one row.
  var rows: [RowFields] = []
  var out = Bytes(capacity: 1 << 14)

  // What came of it.
  var batch = RecordBatch()
  /// The header, where an earlier pass has read it or records were handed over with it.
  var knownHeader: ReportHeader?
  /// Whether records are skipped since only the header is wanted.
  var wantsOnlyHeader = false
  var modes: (dkim: AlignmentMode, spf: AlignmentMode)?
  /// Whether a record came before the policy's modes were known.
  var hasRecordsBeforePolicy = false
  var isPolicyRead = false
  var isMetadataRead = false
  var met = 0
  var kept = 0
  var leftOut = 0
  var messages: Int64 = 0
  var digest: UInt64 = 0
  /// Why nothing more is read.
  var refusal: ReportRefusal?
  var isRefused = false

  init(limits: ParsingLimits, domains: any OrganizationalDomains) {
    self.limits = limits
    organizations = OrganizationCache(domains: domains)
    header = HeaderBuilder(deviations: deviations)
  }

  func free() {
    elements.free()
    words.free()
    organizations.free()
    open.free()
    stage.free()
    signatures.free()
    checks.free()
    reasons.free()
    out.free()
  }
}
