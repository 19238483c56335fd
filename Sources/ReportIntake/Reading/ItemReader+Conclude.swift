extension ItemReader {
  /// Says why there was no report, where nothing else says it.
  func conclude() {
    if result.payloads > 0 || !result.refusals.isEmpty {
      result.refusals += findings.encryptedMembers.map {
        Refusal(name: $0, error: .encryptedZip)
      }
    } else if let kind = findings.setAside {
      result.setAside = kind
    } else if result.mail != nil, !isAnnounced {
      result.setAside = .noReport
    } else {
      refuse()
    }
  }

  /// The form RFC 7489 7.2.1.1 gives the subject; TLS reports have it too, told apart before.
  var isAnnounced: Bool {
    if findings.isAnnounced { return true }
    guard var subject = result.mail?.subject?.lowercased() else { return false }
    return subject.withUTF8 { UnsafeRawBufferPointer($0).firstIndex(of: "report domain:") != nil }
  }

  private func refuse() {
    let isMail = result.mail != nil
    let foreign = findings.foreign.flatMap { $0.weight > .none || !isMail ? $0 : nil }
    let what = foreign?.what ?? (isMail ? .mail : .nothing)
    let isEmpty = what == .nothing && foreign?.weight == Place.Weight.none && !isMail
    result.refusals.append(
      Refusal(name: foreign?.name ?? "", error: isEmpty ? .emptyFile : .notAReport(what)))
  }
}
