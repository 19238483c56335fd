internal import DMARC

/// The vocabularies of the elements of a record.
struct RecordVocabularies {
  let disposition = Vocabulary(Disposition.self)
  let aligned = Vocabulary(AlignedResult.self)
  let override = Vocabulary(OverrideType.self)
  let dkim = Vocabulary(DKIMResult.self)
  let spf = Vocabulary(SPFResult.self)
  let scope = Vocabulary(SPFScope.self)

  /// The numbers that recomputation asks for.
  let dkimPass = Vocabulary.lenientNumber("pass", DKIMResult.self)
  let spfPass = Vocabulary.lenientNumber("pass", SPFResult.self)
  let helo = Vocabulary.lenientNumber("helo", SPFScope.self)

  func free() {
    for vocabulary in [disposition, aligned, override, dkim, spf, scope] { vocabulary.free() }
  }
}
