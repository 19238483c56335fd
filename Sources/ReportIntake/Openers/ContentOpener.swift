/// Finds out what a content is, by its bytes, and gives it to the opener of its kind.
///
/// Here, and nowhere else, it is decided what kind of report something is. Every container may hold
/// every form: openers give what they find back to this one.
final class ContentOpener: ContentOpening {
  private let context: ItemContext
  private let streams: StreamOpener
  private let archives: ArchiveOpener
  private let tars: TarOpener
  private let texts: EncodedTextOpener
  private let mboxes: MboxOpener
  private let mails: MailOpener

  init(_ context: ItemContext, largeMailBytes: Int, largePartBytes: Int) {
    let whole = WholeInflater()
    self.context = context
    streams = StreamOpener(context, whole)
    archives = ArchiveOpener(context, whole)
    tars = TarOpener(context)
    texts = EncodedTextOpener(context)
    mails = MailOpener(context, largeMailBytes: largeMailBytes, largePartBytes: largePartBytes)
    mboxes = MboxOpener(context, mails)
  }

  func open(_ source: any ByteSource, _ place: Place) throws {
    if let peeked = source as? PeekedSource { return try open(peeked, place) }
    let content: PeekedSource
    do throws(IntakeError) { content = try PeekedSource(source) } catch {
      return context.findings.refuse(place, error)
    }
    try open(content, place)
  }

  private func open(_ content: PeekedSource, _ place: Place) throws {
    let head = ByteView(content.head)
    switch Self.kind(of: head, at: place) {
    // An invoice in an ordinary mail is none of ours; a file that somebody names is refused by name.
    case .xml where place.messages > 0 && XMLHead.isForeign(head):
      context.findings.note(.xml, at: place)
    case .xml: try context.deliver(.aggregate, content, place)
    case .tlsReport: try context.deliver(.tls, content, place)
    case .failureReport: try context.deliver(.failure, content, place)
    case .gzip: try streams.open(gzip: content, place, by: self)
    case .zlib: try streams.open(zlib: content, place, by: self)
    case .packed(let format): try streams.open(content, format, place, by: self)
    case .zip: try archives.open(content, place, by: self)
    case .tar: try tars.open(content, place, by: self)
    case .mail: try mails.open(content, place, by: self)
    case .mbox: try mboxes.open(content, place, by: self)
    case .base64: try texts.open(base64: content, place, by: self)
    case .uuencode: try texts.open(uuencode: content, place, by: self)
    case .signed: try texts.open(signed: content, place, by: self)
    case .encrypted where place.messages > 0 || !place.isMessage: context.findings.noteEncrypted()
    case .encrypted: context.findings.note(.encrypted, at: place)
    case .foreign(let what) where what.mayHideArchive:
      try archives.openHidden(content, what, place, by: self)
    case .foreign(let what): context.findings.note(what, at: place)
    }
  }

  /// What a content is; in a mail box everything that begins with a header is a mail, whatever its
  /// fields are.
  private static func kind(of head: ByteView, at place: Place) -> ContentKind {
    let kind = ContentKind(head)
    guard place.isMessage, place.messages == 0, !head.isEmpty else { return kind }
    switch kind {
    case .xml, .gzip, .zip, .tar, .packed: return kind
    case .mail, .mbox: return .mail
    default:
      let text = head.from(head.afterWhiteSpace(from: XMLHead.afterMark(head)))
      return MailHead.beginsWithField(text) ? .mail : kind
    }
  }
}
