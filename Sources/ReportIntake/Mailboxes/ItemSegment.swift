/// A run of items that are found in the same way.
enum ItemSegment: Sendable {
  case maildir(MaildirFolder, MaildirListing, display: String)
  case mbox(RawName, MboxListing, display: String)
  case spool(Spool, MboxListing?, display: String)
  case files(FileListing)
  case file(RawName, display: String)

  var count: Int {
    switch self {
    case .maildir(_, let listing, _): listing.count
    case .mbox(_, let listing, _): listing.count
    case .spool(_, let listing, _): listing?.count ?? 1
    case .files(let files): files.count
    case .file: 1
    }
  }

  func items(_ range: Range<Int>) -> [IntakeItem] {
    switch self {
    case .maildir(let folder, let listing, let display):
      listing.names(range).map {
        IntakeItem(display: display, place: .message(Message($0, in: folder)))
      }
    case .mbox(let path, let listing, let display):
      range.map { index in
        IntakeItem(
          display: Self.name(display, index, of: listing.count),
          place: .part(path, listing.range(index)), isClaimed: listing.isClaimed(index))
      }
    case .spool(let spool, let listing, let display):
      range.map { index in
        IntakeItem(
          display: Self.name(display, index, of: listing?.count ?? 1),
          place: .spooled(
            spool, listing?.range(index) ?? 0..<spool.count, isMessage: listing != nil),
          isClaimed: listing?.isClaimed(index) ?? false)
      }
    case .files(let files): range.map(files.item)
    case .file(let path, let display):
      range.map { _ in IntakeItem(display: display, place: .file(path)) }
    }
  }

  /// A single mail with a separator in front is called by its file's name alone.
  private static func name(_ display: String, _ index: Int, of count: Int) -> String {
    count == 1 ? display : "\(display): message \(index + 1)"
  }
}
