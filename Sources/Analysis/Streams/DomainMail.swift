import DMARC

/// The mail of one policy domain: what it looks like, and when and by whom it was seen.
struct DomainMail {
  /// In the order in which they are met in the traffic.
  var looks: [Look] = []
  /// By look, in the order of the traffic.
  var mail: [Mail] = []
  /// Where the mail of each look begins; one more than there are looks.
  var starts: [Int] = [0]
  var sightings: [Sighting] = []
  /// The addresses of the sources.
  var addresses: [SourceAddress] = []
  /// The neighbourhoods of the sources.
  var networks: [Network] = []
  let digests: DigestTable

  /// The mail of a look.
  func mail(of look: Int) -> ArraySlice<Mail> { mail[starts[look]..<starts[look + 1]] }

  func sighting(of mail: Mail) -> Sighting { sightings[Int(mail.sighting)] }

  /// A look's digest.
  func digest(of look: Look) -> EvidenceDigest { digests[look.digest] }
}
