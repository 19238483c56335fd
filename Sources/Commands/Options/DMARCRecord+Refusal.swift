internal import Analysis

extension DMARCRecord.Refusal {
  /// The refusal in a sentence.
  var sentence: String {
    switch self {
    case .versionMissing: "it does not begin with v=DMARC1"
    case .notATag(let part): "a part of it is no tag=value: \(part)"
    case .tooLong: "it is longer than a record can be"
    case .unusableCharacter(let code): "character \(code) does not belong into a record"
    }
  }
}
