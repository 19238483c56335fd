/// Remembers what was told, so that it is told once.
///
/// Every function throws `StoreError`.
public protocol WatchKeeping {
  /// All notes, by topic, domain and subject.
  func watchNotes() throws -> [WatchNote]
  /// Puts notes in place of all there are, in one transaction.
  func keepWatchNotes(_ notes: [WatchNote]) throws
  /// Claims a mail before it is sent, by its Message-ID; `false` where it was sent, or is being sent,
  /// already. `now` is in UTC seconds.
  func claimMail(_ messageID: String, now: Int64) throws -> Bool
  /// Takes back the claim of a mail that could not be sent.
  func releaseMail(_ messageID: String) throws
}
