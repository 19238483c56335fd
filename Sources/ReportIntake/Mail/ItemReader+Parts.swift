extension ItemReader {
  /// Goes through the parts of a mail in their order.
  func walk(
    _ part: MimePart, of mail: MailBytes, _ place: Place, _ onPayload: (Payload) throws -> Void
  ) rethrows {
    parts += 1
    guard parts <= limits.mimeParts else {
      // Told once: the first part too many stops the walk, all others come here as well.
      if parts == limits.mimeParts + 1 {
        refuse(place, .limitExceeded(.mimeParts, value: limits.mimeParts))
      }
      return
    }
    guard !isOtherReport(part) else { return }
    switch part.content {
    case .parts(let parts, let reportType):
      noteReportType(reportType)
      for part in parts where !findings.failureReport {
        try walk(part, of: mail, place, onPayload)
      }
    case .mail(let top): try walkAttached(top.first, of: mail, place, onPayload)
    case .encoded(let content):
      guard !content.range.isEmpty else { return }
      let place = name(place.inside("part \(parts)"), after: part)
      try openLeaf(content, of: mail, place, onPayload)
    }
  }

  private func noteReportType(_ type: String?) {
    if type == "feedback-report" { findings.failureReport = true }
    if type == "tlsrpt" { findings.tlsReport = true }
  }

  private func walkAttached(
    _ top: MimePart?, of mail: MailBytes, _ place: Place, _ onPayload: (Payload) throws -> Void
  ) rethrows {
    guard mayDescend(place), let top else { return }
    var place = place.inside("message")
    place.messages += 1
    try walk(top, of: mail, place, onPayload)
  }

  /// Parts that say by their type what they are, and hold no aggregate report.
  private func isOtherReport(_ part: MimePart) -> Bool {
    switch part.type {
    case .failureReport: findings.failureReport = true
    case .tlsReport: findings.tlsReport = true
    case .encrypted: findings.encrypted = true
    case .forPeople, .data: return false
    }
    return true
  }

  /// What the name and the type of a part say of it.
  private func name(_ place: Place, after part: MimePart) -> Place {
    var place = place
    if let filename = part.filename { place.trail.append(filename) }
    if let filename = part.filename, ReportName.matches(filename) {
      findings.isAnnounced = true
      place.weight = .reportName
    } else {
      place.weight = part.type == .forPeople ? .none : .attachment
    }
    place.isText = part.type == .forPeople
    return place
  }
}
