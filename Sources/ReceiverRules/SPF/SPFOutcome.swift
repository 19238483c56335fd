public import DMARC

/// What `check_host()` came to, and how.
public struct SPFOutcome: Hashable, Sendable {
  /// One step on the way.
  public struct Step: Hashable, Sendable {
    /// How deep in `include` and `redirect`; 0 is the domain's own record.
    public let depth: Int
    /// Whose record it is.
    public let domain: String
    /// The term as written; a stranger's text.
    public let term: String
    /// The name that was asked for, macros expanded; "" where nothing was asked.
    public let name: String
    /// Which of the ten look-ups it was, counted from 1; `nil` where it costs none.
    public let lookup: Int?
    /// What DNS answered, in words; a stranger's text.
    public let answer: String
    /// What came of it: `match`, `no match`, or a result that ended the check.
    public let result: String
  }

  /// The result (RFC 7208 2.6).
  public var result: SPFResult
  /// Why a failure is one, in the domain owner's words; `nil` where there are none.
  ///
  /// A stranger's text.
  public var explanation: String?
  /// How many of the ten look-ups were used (4.6.4).
  public var lookups: Int
  /// How many found nothing; two are allowed.
  public var voids: Int
  /// The terms that matched, each include before what matched in it; none where nothing did.
  public var path: [Step]
  /// Every step, in order.
  public var trace: [Step]
  /// Why the check ended in an error, in words; `nil` where it did not.
  public var problem: String?
}
