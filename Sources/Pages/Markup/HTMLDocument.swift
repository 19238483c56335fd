/// A whole document that needs nothing from anywhere: no script, no font, no image, no network.
///
/// Its policy forbids a browser everything but the one style it carries, by hash: even markup that
/// got into it by a mistake of ours could neither run nor load anything.
public struct HTMLDocument: Sendable {
  private let title: String
  private let body: HTML

  /// A document of a title and what is in its body.
  public init(title: String, body: HTML) {
    self.title = title
    self.body = body
  }

  /// What a browser may do with it, for a header of HTTP too.
  public static let policy =
    "default-src 'none'; style-src '\(StyleSheet.hash)'; base-uri 'none'; form-action 'none'"

  /// The bytes of the file, as text.
  public var text: String {
    let html: HTML = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <style>\(StyleSheet.html)</style>
      </head>
      <body>
      \(Patterns.definitions)
      \(body)
      </body>
      </html>

      """
    return html.markup
  }
}
