internal import DMARC

extension DMARCPolicyRecord {
  /// What is wrong with the text, or worth knowing.
  public var findings: [RecordFinding] {
    shapeFindings + list.tags.dropFirst().flatMap(findings(in:)) + togetherFindings
  }

  /// What the grammar has against it; receivers pass over most of it (RFC 9989 4.8).
  private var shapeFindings: [RecordFinding] {
    var found: [RecordFinding] = list.strays.map {
      RecordFinding(
        .should, "dmarc-stray", "RFC 9989 4.8", $0, "this is no tag=value; receivers pass over it")
    }
    if list.empties > 0 {
      found.append(
        RecordFinding(
          .should, "dmarc-empty-part", "RFC 9989 4.8", ";;",
          "nothing stands between two semicolons; some readers refuse such a record"))
    }
    for name in list.repeated {
      found.append(
        RecordFinding(
          .should, "dmarc-repeated", "RFC 6376 3.2", name,
          "the tag comes more than once, which is forbidden; receivers differ in what they do"))
    }
    return found
  }

  private func findings(in tag: TagList.Tag) -> [RecordFinding] {
    let value = tag.value.lowercased()
    func oneOf(_ values: [String], or fallback: String) -> [RecordFinding] {
      values.contains(value)
        ? [] : [tag.finding(.should, "dmarc-value", "4.8", "nobody knows the value; \(fallback)")]
    }
    switch tag.name.lowercased() {
    case "p", "sp", "np": return policy(value: value, tag)
    case "adkim", "aspf": return oneOf(["r", "s"], or: "r counts")
    case "psd": return psd(value, tag)
    case "t": return value == "y" ? [testing(tag)] : oneOf(["n"], or: "n counts")
    case "fo": return failureOptions(value, tag)
    case "rua", "ruf": return ReportURI.findings(in: tag.value, tag: tag.name.lowercased())
    case "pct": return percentage(tag)
    case "rf", "ri":
      return [tag.finding(.note, "dmarc-historic", "C.5.2", "gone from the standard")]
    case "v":
      return [
        tag.finding(.should, "dmarc-second-version", "4.8", "a second record seems to follow")
      ]
    default:
      return [
        tag.finding(.note, "dmarc-unknown-tag", "4.7", "no standard defines it; it is passed over")
      ]
    }
  }

  private func policy(value: String, _ tag: TagList.Tag) -> [RecordFinding] {
    guard !["none", "quarantine", "reject"].contains(value) else { return [] }
    return [
      tag.finding(
        .must, "dmarc-policy", "4.10.1",
        applies
          ? "nobody knows the value, so the record counts as p=none"
          : "nobody knows the value and no reports are asked for, so DMARC does not apply at all")
    ]
  }

  private func psd(_ value: String, _ tag: TagList.Tag) -> [RecordFinding] {
    switch value {
    case "y":
      [
        tag.finding(
          .note, "dmarc-psd", "4.7", "it says that others register names below this one")
      ]
    case "n", "u": []
    default: [tag.finding(.should, "dmarc-value", "4.8", "nobody knows the value; u counts")]
    }
  }

  private func testing(_ tag: TagList.Tag) -> RecordFinding {
    tag.finding(
      .note, "dmarc-testing", "4.7",
      ownPolicy == .none && subdomainPolicy == .none
        ? "it has no effect beside p=none"
        : "receivers take a step back; those of the old standard enforce all the same")
  }

  private func failureOptions(_ value: String, _ tag: TagList.Tag) -> [RecordFinding] {
    let options = value.split(separator: ":", omittingEmptySubsequences: false)
      .map { TagList.trimmed($0) }
    guard options.allSatisfy({ ["0", "1", "d", "s"].contains($0) }) else {
      return [tag.finding(.should, "dmarc-value", "4.8", "nobody knows the value; 0 counts")]
    }
    guard self["ruf"] == nil else { return [] }
    return [tag.finding(.note, "dmarc-fo-without-ruf", "4.7", "without ruf it is passed over")]
  }

  private func percentage(_ tag: TagList.Tag) -> [RecordFinding] {
    let number = Int(tag.value)
    return [
      number == 100
        ? tag.finding(.note, "dmarc-historic", "C.5.2", "gone from the standard; it says nothing")
        : tag.finding(
          .should, "dmarc-pct", "C.5.2",
          "gone from the standard: new receivers apply the policy to all mail, old ones to a part")
    ]
  }
}

extension TagList.Tag {
  /// A finding about the tag; the section is one of RFC 9989.
  fileprivate func finding(
    _ level: RecordFinding.Level, _ code: String, _ section: String, _ sentence: String
  ) -> RecordFinding {
    RecordFinding(level, code, "RFC 9989 \(section)", text, sentence)
  }
}
