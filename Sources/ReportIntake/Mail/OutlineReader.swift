/// Says whether a mail may be given to GMime, before it makes objects of it.
struct OutlineReader {
  /// Below this GMime's objects are few whatever the mail is made of.
  private static let outlinedBytes = 1 << 18
  /// A part has one boundary line, and closes others; text may have lines that only look like one.
  private static let boundariesPerPart = 10

  private let context: ItemContext

  init(_ context: ItemContext) { self.context = context }

  /// Whether a mail that is in memory keeps the limits; refuses it otherwise.
  func keepsLimits(_ mail: UnsafeRawBufferPointer, _ place: Place) -> Bool {
    guard mail.count > Self.outlinedBytes else { return true }
    var outline = MimeOutline()
    outline.take(ByteView(mail))
    return keepsLimits(outline, place)
  }

  /// Whether a part of a file, all of which can be read, keeps the limits; refuses it otherwise.
  func keepsLimits(_ file: OpenFile, _ range: Range<Int>, _ place: Place) -> Bool {
    let buffer = context.buffers.borrow()
    defer { context.buffers.giveBack(buffer) }
    var outline = MimeOutline()
    var rest = range
    while !rest.isEmpty {
      let window = rest.prefix(Self.outlinedBytes)
      let bytes: ByteView
      do throws(IntakeError) { bytes = ByteView(try file.bytes(window, into: buffer)) } catch {
        context.findings.refuse(place, error)
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
    let limits = context.limits
    guard outline.fields <= limits.headerFields else {
      context.findings.refuse(place, .limitExceeded(.headerFields, value: limits.headerFields))
      return false
    }
    let (boundaries, isTooMany) = limits.mimeParts.multipliedReportingOverflow(
      by: Self.boundariesPerPart)
    guard isTooMany || outline.boundaries <= boundaries else {
      context.findings.refuse(place, .limitExceeded(.mimeParts, value: limits.mimeParts))
      return false
    }
    return true
  }
}
