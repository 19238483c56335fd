/// The addresses of the mail of a record, domains only: the `identifiers` element.
public struct Identifiers: Hashable, Sendable {
  /// The domain of the From header, normalized; `nil` when it was missing or empty.
  public var headerFrom: String?
  /// `nil` when it was not sent; empty or `<>` mean the null sender of a bounce.
  public var envelopeFrom: String?
  /// The domain of the recipient, normalized; `nil` when it was not sent.
  public var envelopeTo: String?

  /// Identifiers of the three domains.
  public init(headerFrom: String?, envelopeFrom: String? = nil, envelopeTo: String? = nil) {
    self.headerFrom = headerFrom
    self.envelopeFrom = envelopeFrom
    self.envelopeTo = envelopeTo
  }
}
