extension Evidence {
  /// Reads a canonical text back; text that is none reads as no evidence.
  public init(canonical text: String) {
    let parts = CanonicalText.read(text)?.items ?? []
    self.init(
      dkim: parts.list(0).map { DKIMSignature(canonical: $0.items) },
      spf: parts.list(1).map { SPFCheck(canonical: $0.items) })
  }

  /// The canonical text of the evidence.
  public var canonical: CanonicalText.Value {
    .list([
      .list(dkim.map(\.canonical)),
      spf.isEmpty ? .null : .list(spf.map(\.canonical)),
    ])
  }
}

extension DKIMSignature {
  init(canonical parts: [CanonicalText.Value]) {
    self.init(
      domain: parts.text(0), selector: parts.text(1), result: Sent(canonical: parts.value(2)),
      humanResult: parts.text(3))
  }

  var canonical: CanonicalText.Value {
    .list([
      CanonicalText.Value(domain), CanonicalText.Value(selector), result.canonical,
      CanonicalText.Value(humanResult),
    ])
  }
}

extension SPFCheck {
  init(canonical parts: [CanonicalText.Value]) {
    self.init(
      domain: parts.text(0), scope: Sent(canonical: parts.value(1)),
      result: Sent(canonical: parts.value(2)), humanResult: parts.text(3))
  }

  var canonical: CanonicalText.Value {
    .list([
      CanonicalText.Value(domain), scope.canonical, result.canonical,
      CanonicalText.Value(humanResult),
    ])
  }
}
