internal import DMARC

extension DMARCPolicyRecord {
  /// What tags mean together.
  var togetherFindings: [RecordFinding] {
    var found: [RecordFinding] = []
    if self["p"] == nil {
      found.append(
        RecordFinding(
          .should, "dmarc-p-missing", "RFC 9989 4.7",
          "without p the record counts as p=none; receivers of the old standard may ignore it"))
    }
    guard !hasBadPolicy else { return found }
    if subdomainPolicy > ownPolicy {
      found.append(
        RecordFinding(
          .practice, "dmarc-sp-stricter", "RFC 9989 4.7", "sp=\(subdomainPolicy.rawValue)",
          "subdomains are guarded better than the domain itself, which has "
            + "p=\(ownPolicy.rawValue)"))
    }
    if subdomainPolicy < ownPolicy {
      found.append(
        RecordFinding(
          .practice, "dmarc-sp-weaker", "RFC 9989 4.7", "sp=\(subdomainPolicy.rawValue)",
          "what p forbids in the name of the domain is open in the name of every subdomain"))
    }
    return found
  }

  /// What is to be said of a text that receivers pass over.
  static func refusal(of text: String) -> RecordFinding {
    let tags = TagList(text).tags
    let version = tags.first { $0.name.lowercased() == "v" }
    if SPFRecord.isSPF(text) {
      return RecordFinding(
        .must, "dmarc-other-record", "RFC 9989 4.7", "v=spf1",
        "this is an SPF record; at _dmarc receivers pass over it")
    }
    if let version, version != tags.first, version.value.lowercased() == "dmarc1" {
      return RecordFinding(
        .must, "dmarc-version-place", "RFC 9989 4.7", version.text,
        "v must come first; receivers pass over the record")
    }
    if let version, version.value != "DMARC1", version.value.lowercased() == "dmarc1" {
      return RecordFinding(
        .must, "dmarc-version-case", "RFC 9989 4.7", version.text,
        "the version counts case: write DMARC1; receivers pass over the record")
    }
    return RecordFinding(
      .must, "dmarc-version", "RFC 9989 4.7", String(text.prefix(40)),
      "it does not begin with v=DMARC1, so receivers pass over it")
  }
}
