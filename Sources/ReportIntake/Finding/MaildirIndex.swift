import Glibc

/// Where the messages of a Maildir are by base name; read again only after something changed.
struct MaildirIndex: Sendable {
  private var listing = MaildirListing()
  private var stamp: [Int] = []

  /// Lists the folder again if it changed since the last time.
  mutating func refresh(_ folder: MaildirFolder) {
    let current = Self.stamp(of: folder)
    // Two changes within one tick of the file system's clock have one stamp: a folder that
    // changed just now is read again.
    if current == stamp, !Self.isFresh(current) { return }
    stamp = current
    guard let fresh = try? MaildirListing(folder, isSeen: { _ in false }) else { return }
    listing = fresh
  }

  /// The subfolder and the present name of a message.
  func find(_ base: ArraySlice<UInt8>) -> (MaildirFolder.Subfolder, RawName)? {
    listing.firstIndex(ofBase: base).map {
      (listing.subfolder($0), RawName(listing.name($0)))
    }
  }

  private static func stamp(of folder: MaildirFolder) -> [Int] {
    MaildirFolder.Subfolder.allCases.flatMap { subfolder in
      var info = stat()
      guard fstat(folder.descriptor(subfolder), &info) == 0 else { return [0, 0] }
      return [info.st_mtim.tv_sec, info.st_mtim.tv_nsec]
    }
  }

  private static func isFresh(_ stamp: [Int]) -> Bool {
    time(nil) - max(stamp.first ?? 0, stamp.count > 2 ? stamp[2] : 0) < 2
  }
}
