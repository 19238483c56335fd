extension PolicyPublished {
  /// Reads a canonical text back, for the policy found at `domain`.
  public init(domain: String, canonical text: String) {
    self =
      CanonicalText.read(text) { PolicyPublished(domain: domain, reading: &$0) }
      ?? PolicyPublished(domain: domain, p: .missing)
  }

  private init(domain: String, reading reader: inout CanonicalReader) {
    self.init(domain: domain, p: .missing)
    reader.list { reader, part in
      switch part {
      case 0: p = Sent(reading: &reader)
      case 1: sp = Sent(reading: &reader)
      case 2: np = Sent(reading: &reader)
      case 3: adkim = Sent(reading: &reader)
      case 4: aspf = Sent(reading: &reader)
      case 5: pct = reader.text()
      case 6: fo = reader.text()
      case 7: testing = reader.text()
      case 8: discoveryMethod = Sent(reading: &reader)
      default: reader.skip()
      }
    }
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
