/// How much of an attacker's input is taken before it is refused.
///
/// Every limit is enforced while streaming; declared sizes are never believed.
public struct IntakeLimits: Hashable, Sendable {
  /// The largest mail or zip archive, in bytes: the latter is in memory while it is read.
  ///
  /// A report as sent is at most some tens of MB; RFC 7489 8 asks receivers to take 10 MB.
  public var mailBytes = 256 << 20
  /// The most XML of one report: those of 900,000 records (about 650 MB) exist.
  public var unpackedBytes = 2 << 30
  /// The most bytes that all containers of one mail may unpack to, so that many reports of the
  /// largest size in one small mail cannot keep the import busy for an hour.
  public var unpackedBytesPerMail = 4 << 30
  /// The most members of all zip archives in one mail or file; honest ones have one to three.
  public var archiveMembers = 10_000
  /// How deep containers may nest: a zip with a gzip in it is two, base64 text counts as one.
  public var containerDepth = 4
  /// How deep mails may be attached to mails; every forwarding adds one.
  public var messageDepth = 8
  /// The most MIME parts of one mail, all levels together.
  public var mimeParts = 10_000
  /// The most header fields of one mail and of all its parts, a long one counted as one for each
  /// thousand bytes; looked at where a mail is larger than 256 KiB.
  public var headerFields = 100_000

  /// The limits as they are by default.
  public init() {}
}
