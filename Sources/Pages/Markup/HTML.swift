/// A piece of HTML that holds no text it has not made safe.
///
/// It is written as a string literal, and what is put into it by `\(…)` is escaped, bounded, and
/// shows what is not seen. Only literals are markup, and these are in the source of the program: a
/// literal is a `StaticString`, so that no text that was read somewhere can become one.
///
///     let cell: HTML = "<td class=\"name\">\(reporter)</td>"
///
/// Every attribute stands in double quotes. A stranger's text may be the value of `title`,
/// `aria-label` and `data-…`, and of nothing that is fetched, run or styled: no `href`, `src`,
/// `style` or handler is made of one.
public struct HTML: Hashable, Sendable {
  /// The markup.
  public private(set) var markup: String

  fileprivate init(markup: String) { self.markup = markup }

  /// Nothing.
  public static let empty = HTML(markup: "")

  /// Adds what follows.
  public static func += (left: inout HTML, right: HTML) { left.markup += right.markup }

  /// One after the other.
  public static func + (left: HTML, right: HTML) -> HTML {
    HTML(markup: left.markup + right.markup)
  }
}

extension HTML: ExpressibleByStringInterpolation {
  /// A literal of the source.
  public init(stringLiteral literal: StaticString) {
    markup = literal.description
  }

  /// Literals of the source, with values between.
  public init(stringInterpolation parts: Parts) {
    markup = parts.markup
  }

  /// Gathers literals and values.
  public struct Parts: StringInterpolationProtocol {
    fileprivate var markup = ""

    /// Room for what comes.
    public init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    /// Adds markup of the source.
    public mutating func appendLiteral(_ literal: StaticString) { markup += literal.description }

    /// Adds a text, made safe; of a very long one the beginning.
    public mutating func appendInterpolation(_ text: String) {
      HTMLText.append(text, most: HTMLText.mostOfSentence, to: &markup)
    }

    /// Adds a name that others chose: short, and apart from the direction of what is around it.
    public mutating func appendInterpolation(name: String) {
      markup += "<bdi>"
      HTMLText.append(name, most: HTMLText.mostOfName, to: &markup)
      markup += "</bdi>"
    }

    /// Adds a name where no markup can be, as in an attribute.
    public mutating func appendInterpolation(plainName: String) {
      HTMLText.append(plainName, most: HTMLText.mostOfName, to: &markup)
    }

    /// Adds markup that is safe already.
    public mutating func appendInterpolation(_ html: HTML) { markup += html.markup }

    /// Adds markup that is safe already, if there is any.
    public mutating func appendInterpolation(_ html: HTML?) { markup += html?.markup ?? "" }

    /// Adds pieces one after the other.
    public mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { markup += piece.markup }
    }

    /// Adds a whole number, as attributes of SVG have it.
    public mutating func appendInterpolation(_ number: Int) { markup += String(number) }

    /// Adds a number with three digits after the point at the most, as attributes of SVG have it.
    public mutating func appendInterpolation(_ number: Double) {
      markup += HTMLText.decimal(number)
    }
  }
}

extension Sequence<HTML> {
  /// The pieces one after the other.
  public func joined() -> HTML { reduce(into: .empty) { $0 += $1 } }
}
