/// What sets a stream right.
public enum Remedy: String, Sendable, CaseIterable {
  /// Its mail has to be signed as the From domain.
  case sign
  /// The key it signs with has to be published, or set up anew.
  case publishKey = "publish_key"
  /// Its addresses belong into the SPF record, and its mail has to be signed.
  case nameInSPF = "name_in_spf"
  /// The owner has to say whose it is.
  case answer
  /// Nothing: it is not the owner's to repair, or was repaired.
  case nothing
}

extension Stream {
  /// What sets it right.
  public var remedy: Remedy {
    if isAsked { return .answer }
    guard weighs else { return .nothing }
    let kinds = Set(reasons.map(\.kind))
    if !kinds.isDisjoint(with: [.keyFailsForSender, .keyNeverPasses, .keyFailsAtService]) {
      return .publishKey
    }
    if identity.kind == .organization || kinds.contains(.subdomainPasses) { return .sign }
    return .nameInSPF
  }
}
