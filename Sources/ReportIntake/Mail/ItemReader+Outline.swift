extension ItemReader {
  /// Below this GMime's objects are few whatever the mail is made of.
  private static let outlinedBytes = 1 << 18
  /// A part has one boundary line, and closes others; text may have lines that only look like one.
  private static let boundariesPerPart = 10

  /// Whether GMime can be given a mail that is in memory; refuses it otherwise.
  func mayParse(_ mail: UnsafeRawBufferPointer, _ place: Place) -> Bool {
    guard mail.count > Self.outlinedBytes else { return true }
    var outline = MimeOutline()
    outline.take(mail)
    return keepsLimits(outline, place)
  }

  /// Whether GMime can be given a part of a file, all of which can be read; refuses it otherwise.
  func mayParse(_ file: OpenFile, _ range: Range<Int>, _ place: Place) -> Bool {
    let buffer = borrowBuffer()
    defer { giveBack(buffer) }
    var outline = MimeOutline()
    var rest = range
    while !rest.isEmpty {
      let window = rest.prefix(Self.outlinedBytes)
      let bytes: UnsafeRawBufferPointer
      do { bytes = try file.bytes(window, into: buffer) } catch {
        refuse(place, error)
        return false
      }
      guard !bytes.isEmpty else { return true }
      // Up to the last line feed; of a line that is longer, what there is.
      let lines = bytes.lastIndex(of: 10).map { bytes.first(upTo: $0 + 1) } ?? bytes
      outline.take(lines)
      guard keepsLimits(outline, place) else { return false }
      rest = (rest.lowerBound + lines.count)..<rest.upperBound
    }
    return true
  }

  private func keepsLimits(_ outline: MimeOutline, _ place: Place) -> Bool {
    guard outline.fields <= limits.headerFields else {
      refuse(place, .limitExceeded(.headerFields, value: limits.headerFields))
      return false
    }
    let (boundaries, isTooMany) = limits.mimeParts.multipliedReportingOverflow(
      by: Self.boundariesPerPart)
    guard isTooMany || outline.boundaries <= boundaries else {
      refuse(place, .limitExceeded(.mimeParts, value: limits.mimeParts))
      return false
    }
    return true
  }
}
