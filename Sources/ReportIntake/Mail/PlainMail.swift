/// Finds the parts of a mail that is made as nearly all mails with a report are.
///
/// GMime makes thirty-five objects of such a mail, which took a seventh of an import. Here the lines
/// that part it are found (RFC 2046 5.1.1), and words that need no decoding are read. Whatever is not
/// evidently so is no plain mail, and left to GMime: nothing is read here that GMime reads otherwise.
struct PlainMail {
  /// How many parts there may be in one, and how deep they may lie.
  private static let (mostParts, mostLevels) = (16, 3)

  /// A part, up to its end.
  private let mail: ByteView
  /// How many bytes at the end belong to the delimiter behind it.
  private let lineEnd: Int
  private let levels: Int

  /// The part that holds all others; `nil` where the mail is not plain.
  static func parse(_ mail: ByteView) -> MimePart? {
    PlainMail(mail: mail, lineEnd: 0, levels: mostLevels).part(from: 0)
  }

  private func part(from start: Int) -> MimePart? {
    guard let header = PlainHeader(mail, from: start), let fields = PlainFields(header) else {
      return nil
    }
    if fields.isMultipart {
      guard levels > 0, let boundary = fields.boundary else { return nil }
      return parts(from: header.end, boundary).map(fields.multipart)
    }
    guard lineEnd == 0 || lineEnd == mail.lineEnd(from: header.end) else { return nil }
    return fields.leaf(header.end..<mail.count - lineEnd)
  }

  private func parts(from start: Int, _ boundary: String) -> [MimePart]? {
    var parts: [MimePart] = []
    var delimiters = Delimiters(mail, from: start, boundary)
    guard case .part(let first) = delimiters.next() else { return nil }
    var start = first.upperBound
    while parts.count < Self.mostParts {
      let next = delimiters.next()
      guard let line = next.line, let part = part(from: start, before: line) else { return nil }
      parts.append(part)
      if case .end = next { return parts }
      start = line.upperBound
    }
    return nil
  }

  private func part(from start: Int, before delimiter: Range<Int>) -> MimePart? {
    // Of mixed line ends some take that of the delimiter, some the one before it: both must agree.
    let lineEnd = mail.first(upTo: delimiter.upperBound).lineEnd(from: delimiter.lowerBound)
    return PlainMail(
      mail: mail.first(upTo: delimiter.lowerBound), lineEnd: lineEnd, levels: levels - 1
    ).part(from: start)
  }
}

extension ByteView {
  /// How long the line end at the end is, of what begins at `start`; zero if there is nothing.
  fileprivate func lineEnd(from start: Int) -> Int {
    guard count > start else { return 0 }
    return count - start > 1 && self[count - 2] == 13 ? 2 : 1
  }
}
