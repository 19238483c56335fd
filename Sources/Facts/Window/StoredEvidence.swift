public import DMARC

/// Evidence as the store keeps it: a window has very much of it, and most questions read little.
public struct StoredEvidence: Sendable {
  private let canonical: String

  /// Evidence by its canonical text.
  public init(canonical: String) {
    self.canonical = canonical
  }

  /// Evidence as it is stored.
  public init(_ evidence: Evidence) {
    canonical = CanonicalText.text(evidence.canonical)
  }

  /// Reads it: to be kept where it is needed again.
  public var read: Evidence { Evidence(canonical: canonical) }
}
