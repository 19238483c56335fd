extension Evaluation {
  /// Reads a canonical text back; text that is none reads as an evaluation that says nothing.
  public init(canonical text: String) {
    let parts = CanonicalText.read(text)?.items ?? []
    self.init(
      disposition: Sent(canonical: parts.value(0)),
      dkim: Sent(canonical: parts.value(1)),
      spf: Sent(canonical: parts.value(2)),
      overrides: parts.list(3).map { item in
        Override(type: Sent(canonical: item.items.value(0)), comment: item.items.text(1))
      })
  }

  /// The canonical text of the evaluation.
  public var canonical: CanonicalText.Value {
    .list([
      disposition.canonical, dkim.canonical, spf.canonical,
      overrides.isEmpty
        ? .null
        : .list(overrides.map { .list([$0.type.canonical, CanonicalText.Value($0.comment)]) }),
    ])
  }
}
