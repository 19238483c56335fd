extension ItemReader {
  /// Goes through the parts of a mail in their order.
  func walk(
    _ part: MimePart, _ place: Place, _ onPayload: (Payload) throws -> Void
  ) rethrows {
    parts += 1
    guard parts <= limits.mimeParts else {
      // Told once: the first part too many stops the walk, all others come here as well.
      if parts == limits.mimeParts + 1 {
        refuse(place, .limitExceeded(.mimeParts, value: limits.mimeParts))
      }
      return
    }
    if part.isMultipart {
      try walkMultipart(part, place, onPayload)
    } else if part.isAttachedMail {
      try walkAttached(part, place, onPayload)
    } else if !isOtherReport(part) {
      try openLeaf(part, place.inside("part \(parts)"), onPayload)
    }
  }

  private func walkMultipart(
    _ part: MimePart, _ place: Place, _ onPayload: (Payload) throws -> Void
  ) rethrows {
    if part.isType("multipart", "encrypted") {
      findings.encrypted = true
      return
    }
    if part.isType("multipart", "report") { noteReportType(part.parameter("report-type")) }
    for index in 0..<part.childCount where !findings.failureReport {
      if let child = part.child(index) { try walk(child, place, onPayload) }
    }
  }

  private func noteReportType(_ type: String?) {
    if type == "feedback-report" { findings.failureReport = true }
    if type == "tlsrpt" { findings.tlsReport = true }
  }

  private func walkAttached(
    _ part: MimePart, _ place: Place, _ onPayload: (Payload) throws -> Void
  ) rethrows {
    guard mayDescend(place), let top = part.attached else { return }
    var place = place.inside("message")
    place.messages += 1
    try walk(top, place, onPayload)
  }

  /// Parts that say by their type what they are, and hold no aggregate report.
  private func isOtherReport(_ part: MimePart) -> Bool {
    if part.isType("message", "feedback-report") {
      findings.failureReport = true
      return true
    }
    if part.isType("application", "tlsrpt+gzip") || part.isType("application", "tlsrpt+json") {
      findings.tlsReport = true
      return true
    }
    // A signature of its own is application/pkcs7-signature; this one has the content inside.
    if part.isType("application", "pkcs7-mime") || part.isType("application", "x-pkcs7-mime") {
      findings.encrypted = true
      return true
    }
    return false
  }
}
