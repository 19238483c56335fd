/// Where the messages of a Maildir are by base name; read again only after something changed.
struct MaildirIndex: Sendable {
  private var listing = MaildirListing()
  private var stamp: [MaildirFolder.Stamp] = []

  /// Lists the folder again if it changed since the last time.
  mutating func refresh(_ folder: MaildirFolder) {
    let current = [folder.stamp(.new), folder.stamp(.cur)]
    // Two changes within one tick of the file system's clock have one stamp: a folder that
    // changed just now is read again.
    if current == stamp, !current.contains(where: \.isFresh) { return }
    stamp = current
    guard let fresh = try? MaildirListing(folder, isSeen: { _ in false }) else { return }
    listing = fresh
  }

  /// The subfolder and the present name of a message.
  func find(_ base: ArraySlice<UInt8>) -> ListedName? {
    listing.firstIndex(ofBase: base).map { listing[$0] }
  }
}
