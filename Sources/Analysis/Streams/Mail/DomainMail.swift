import DMARC

/// The mail of one policy domain: what it looks like, and when and by whom it was seen.
struct DomainMail {
  /// In the order in which they are met in the traffic.
  var groups: [MailGroup] = []
  /// By group, in the order of the traffic.
  var mail: [Mail] = []
  /// Where the mail of each group begins; one more than there are groups.
  var starts: [Int] = [0]
  var observations: [Observation] = []
  /// The addresses of the sources.
  var addresses: [SourceAddress] = []
  /// The neighbourhoods of the sources.
  var networks: [Network] = []
  let digests: DigestTable

  /// The mail of a group.
  func mail(of group: Int) -> ArraySlice<Mail> { mail[starts[group]..<starts[group + 1]] }

  func observation(of mail: Mail) -> Observation { observations[Int(mail.observation)] }

  /// A group's digest.
  func digest(of group: MailGroup) -> EvidenceDigest { digests[group.digest] }
}
