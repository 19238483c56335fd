extension DKIMKeyRecord {
  /// What is wrong with the record, or worth knowing.
  public var findings: [RecordFinding] {
    // A wildcard TXT record answers for every selector; there is no more to say of such a text.
    if list["p"] == nil { return [missing] }
    return shapeFindings + keyFindings + useFindings
  }

  private var missing: RecordFinding {
    RecordFinding(
      .must, "dkim-no-key", "RFC 6376 3.6.1", String(text.prefix(40)),
      SPFRecord.isSPF(text)
        ? "this is an SPF record: a wildcard TXT record answers for every selector"
        : "there is no p tag, so this is no key")
  }

  private var shapeFindings: [RecordFinding] {
    var found: [RecordFinding] = list.repeated.map {
      RecordFinding(
        .must, "dkim-repeated", "RFC 6376 3.2", $0,
        "the tag comes more than once, which makes the record invalid")
    }
    if let version = list["v"], version != "DKIM1" || list.tags.first?.name != "v" {
      found.append(
        RecordFinding(
          .must, "dkim-version", "RFC 6376 3.6.1", "v=\(version)",
          "v must come first and be exactly DKIM1, or verifiers discard the record"))
    }
    found += list.strays.map {
      RecordFinding(.must, "dkim-syntax", "RFC 6376 3.2", $0, "this is no tag=value")
    }
    if list.empties > 0 {
      found.append(
        RecordFinding(
          .should, "dkim-syntax", "RFC 6376 3.2", ";;", "nothing stands between two semicolons"))
    }
    if let granularity = list["g"], granularity != "*" {
      found.append(
        RecordFinding(
          .note, "dkim-historic", "RFC 6376 C.1", "g=\(granularity)",
          "g is gone from the standard; verifiers pass over it"))
    }
    return found
  }

  private var keyFindings: [RecordFinding] {
    switch key {
    case .missing, .ed25519: []
    case .revoked:
      [
        RecordFinding(
          .note, "dkim-revoked", "RFC 6376 3.6.1", "p=",
          "the key is revoked: nothing signed with it verifies")
      ]
    case .rsa(let bits, let isBare): sizeFindings(bits) + (isBare ? [bare] : [])
    case .unreadable:
      [
        RecordFinding(
          .must, "dkim-bad-key", "RFC 6376 3.6.1", "p",
          "what it holds is no whole \(type) key; often a part was lost at 255 characters")
      ]
    case .otherType:
      [
        RecordFinding(
          .must, "dkim-key-type", "RFC 6376 3.6.1", "k=\(type)",
          "verifiers know rsa and ed25519; they pass over the key")
      ]
    }
  }

  private var bare: RecordFinding {
    RecordFinding(
      .should, "dkim-bare-key", "RFC 6376 3.6.1", "p",
      "the key is a bare RSAPublicKey, which some verifiers do not read; publish it as "
        + "SubjectPublicKeyInfo")
  }

  private func sizeFindings(_ bits: Int) -> [RecordFinding] {
    switch bits {
    case ..<1024:
      [
        RecordFinding(
          .must, "dkim-short-key", "RFC 8301 3.2", "p",
          "a key of \(bits) bits must not be accepted; make one of 2048")
      ]
    case 1024..<2048:
      [
        RecordFinding(
          .should, "dkim-short-key", "RFC 8301 3.2", "p",
          "a key should have 2048 bits, and this has \(bits)")
      ]
    case 4097...:
      [
        RecordFinding(
          .should, "dkim-long-key", "RFC 8301 3.2", "p",
          "verifiers need not read keys of more than 4096 bits, and this has \(bits)")
      ]
    default: []
    }
  }
}
