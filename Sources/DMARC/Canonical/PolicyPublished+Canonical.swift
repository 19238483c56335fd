extension PolicyPublished {
  /// Reads a canonical text back, for the policy found at `domain`.
  public init(domain: String, canonical text: String) {
    let parts = CanonicalText.read(text)?.items ?? []
    self.init(domain: domain, p: Sent(canonical: parts.value(0)))
    sp = Sent(canonical: parts.value(1))
    np = Sent(canonical: parts.value(2))
    adkim = Sent(canonical: parts.value(3))
    aspf = Sent(canonical: parts.value(4))
    pct = parts.text(5)
    fo = parts.text(6)
    testing = parts.text(7)
    discoveryMethod = Sent(canonical: parts.value(8))
  }

  /// The canonical text of the policy, without its domain.
  public var canonical: CanonicalText.Value {
    .list([
      p.canonical, sp.canonical, np.canonical, adkim.canonical, aspf.canonical,
      CanonicalText.Value(pct), CanonicalText.Value(fo), CanonicalText.Value(testing),
      discoveryMethod.canonical,
    ])
  }
}
