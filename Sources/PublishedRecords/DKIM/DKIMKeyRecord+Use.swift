extension DKIMKeyRecord {
  /// What the key may be used for: hashes, services and flags (RFC 6376 3.6.1).
  var useFindings: [RecordFinding] { hashFindings + serviceFindings + flagFindings }

  private var hashFindings: [RecordFinding] {
    guard let value = list["h"] else { return [] }
    if words("h").contains("sha256") { return [] }
    return [
      RecordFinding(
        .must, "dkim-hash", "RFC 8301 3.1", "h=\(value)",
        "it does not allow sha256, and nothing else may be used any more")
    ]
  }

  private var serviceFindings: [RecordFinding] {
    guard let value = list["s"] else { return [] }
    let services = words("s")
    if services.contains("*") || services.contains("email") { return [] }
    return [
      RecordFinding(
        .must, "dkim-service", "RFC 6376 3.6.1", "s=\(value)",
        "the key is not for mail, so verifiers do not use it")
    ]
  }

  private var flagFindings: [RecordFinding] {
    var found: [RecordFinding] = []
    if isTesting {
      found.append(
        RecordFinding(
          .practice, "dkim-testing", "RFC 6376 3.6.1", "t=y",
          "it is marked as a test: verifiers may treat the mail as if it were not signed"))
    }
    if words("t").contains("s") {
      found.append(
        RecordFinding(
          .note, "dkim-strict", "RFC 6376 3.6.1", "t=s",
          "signatures in the name of subdomains do not count"))
    }
    return found
  }
}
