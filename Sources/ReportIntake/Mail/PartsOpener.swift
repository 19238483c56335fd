/// Goes through the parts of a mail in their order; each is judged for itself, by its bytes.
final class PartsOpener {
  private let context: ItemContext
  private let leaves: LeafOpener

  init(_ context: ItemContext, largePartBytes: Int) {
    self.context = context
    leaves = LeafOpener(context, largePartBytes: largePartBytes)
  }

  func walk(
    _ part: MimePart, of mail: MailBytes, _ place: Place, by opener: some ContentOpening
  ) throws {
    let number = context.findings.countPart()
    let most = context.limits.mimeParts
    guard number <= most else {
      // Told once: the first part too many stops the walk, all others come here as well.
      if number == most + 1 {
        context.findings.refuse(place, .limitExceeded(.mimeParts, value: most))
      }
      return
    }
    noteLabel(part)
    switch part.content {
    case .parts(let parts, _): try walk(parts, of: mail, place, by: opener)
    case .mail(let top): try walkAttached(top.first, of: mail, place, by: opener)
    case .encoded(let content):
      guard !content.range.isEmpty else { return }
      let place = name(place.inside("part \(number)"), after: part)
      try leaves.open(content, of: mail, place, by: opener)
    }
  }

  /// Behind a report about one mail stands that mail (RFC 5965 2): what it holds is not ours.
  private func walk(
    _ parts: [MimePart], of mail: MailBytes, _ place: Place, by opener: some ContentOpening
  ) throws {
    var isBehindReport = false
    for part in parts {
      let isReported = isBehindReport && part.type == .mail
      isBehindReport = false
      if isReported { continue }
      let before = context.findings.seen.failureReports
      try walk(part, of: mail, place, by: opener)
      if case .encoded = part.content {
        isBehindReport =
          part.type == .failureReport || context.findings.seen.failureReports > before
      }
    }
  }

  private func walkAttached(
    _ top: MimePart?, of mail: MailBytes, _ place: Place, by opener: some ContentOpening
  ) throws {
    guard context.mayDescend(place), let top else { return }
    var place = place.inside("message")
    place.messages += 1
    try walk(top, of: mail, place, by: opener)
  }

  func openBehindNoise(
    _ raw: UnsafeRawBufferPointer, _ place: Place, by opener: some ContentOpening
  ) throws -> Bool {
    try leaves.openBehindNoise(raw, place, by: opener)
  }

  /// Keeps what the type of a part says of it, for a mail in which nothing else is found.
  private func noteLabel(_ part: MimePart) {
    if case .parts(_, let reportType) = part.content {
      if reportType == "feedback-report" { context.findings.noteLabel(.failureReport) }
      if reportType == "tlsrpt" { context.findings.noteLabel(.tlsReport) }
    }
    switch part.type {
    case .failureReport: context.findings.noteLabel(.failureReport)
    case .tlsReport: context.findings.noteLabel(.tlsReport)
    case .encrypted: context.findings.noteLabel(.encrypted)
    case .forPeople, .data, .mail: break
    }
  }

  /// What the name and the type of a part say of it.
  private func name(_ place: Place, after part: MimePart) -> Place {
    var place = place
    if let filename = part.filename { place.trail.append(filename) }
    if let filename = part.filename, ReportName.matches(filename) {
      context.findings.noteAnnouncement()
      place.weight = .reportName
    } else {
      place.weight = part.type == .forPeople ? .none : .attachment
    }
    place.isText = part.type == .forPeople
    return place
  }
}
