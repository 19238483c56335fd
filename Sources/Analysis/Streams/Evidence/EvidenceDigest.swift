/// What the raw results of a mail say to somebody who asks for senders: ours, strangers, nobody.
///
/// Names and keys are numbers of the table the digest is in.
struct EvidenceDigest {
  /// All domains that authenticated, in full, in order.
  var authenticated: [Int] = []
  /// Our signatures that passed.
  var keysPassing: [Int] = []
  /// Our signatures that did not.
  var keysFailing: [Int] = []
  /// The number of its setup.
  var setup = 0
  /// The organization of others this mail came through.
  var stranger: Int?
  /// Whether a stranger signed it, as a mail service set up with care does.
  var isSignedByStranger = false
  /// Whether SPF was asked about a domain of ours and did not pass.
  var ourSPFFails = false
  /// Whether a signature or SPF of a domain of ours passed, aligned or not: only its owner can
  /// have that.
  var oursPasses = false
  /// Whether what failed of ours are temporary errors only, as when DNS did not answer (RFC 7208
  /// section 2.6.6, RFC 8601 section 2.7.1).
  var oursFailsForNow = false
  /// Whether a DKIM or SPF result is a temporary or permanent error.
  var hasErrors = false
  /// Whether there is any result at all.
  var isEmpty = true
}
