/// How text for people is laid out.
public struct TextStyle: Hashable, Sendable {
  /// Cells a line may take; `nil` is no limit.
  public var width: Int?
  /// Whether bold and colours are used.
  public var color: Bool

  /// A layout; without arguments the plainest, as for a file.
  public init(width: Int? = nil, color: Bool = false) {
    self.width = width
    self.color = color
  }
}
