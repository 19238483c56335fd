internal import DMARC

/// The record being read: numbers, and runs of the bytes gathered for it.
struct RecordFields {
  var source = SourceAddress.unknown
  var sourceText = ByteRange.absent
  /// `nil` when it was missing or could not be used.
  var count: Int64?
  var headerFrom = ByteRange.absent
  var envelopeFrom = ByteRange.absent
  var envelopeTo = ByteRange.absent
  var disposition = Vocabulary.Word.missing
  var dkim = Vocabulary.Word.missing
  var spf = Vocabulary.Word.missing
  /// A bit for every value that was read, so that the first one wins.
  var seen: UInt64 = 0
}

/// A row of a record that has several: what it alone says.
struct RowFields {
  let record: RecordFields
  let reasons: [ReasonFields]
}

/// One `dkim` or `spf` element of `auth_results`.
struct ResultFields {
  var domain = ByteRange.absent
  var selector = ByteRange.absent
  var scope = Vocabulary.Word.missing
  var result = Vocabulary.Word.missing
  var humanResult = ByteRange.absent
  var seen: UInt64 = 0
}

/// One `reason` element.
struct ReasonFields {
  var type = Vocabulary.Word.missing
  var comment = ByteRange.absent
  /// Text that is in no element of its own.
  var bareText = ByteRange.absent
  var seen: UInt64 = 0
}
