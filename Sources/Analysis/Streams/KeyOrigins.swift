import DMARC

/// Where each of our keys signs mail, as established reporters saw it.
///
/// A signature that fails somewhere else than where its key is at home was made at home and broke
/// on the way; one that fails at home, or has no home, is ours to repair.
struct KeyOrigins {
  enum Home: Hashable {
    /// Servers that our SPF record names.
    case ownServers
    /// An organization that signs for us.
    case stranger(String)

    /// Tells homes of equal volume apart, so that the answer is the same every time.
    fileprivate var name: String {
      switch self {
      case .ownServers: ""
      case .stranger(let organization): organization
      }
    }
  }

  private var volumes: [EvidenceDigest.Key: [Home: Int64]] = [:]
  /// Organizations through which mail came that somebody else had signed for us.
  private(set) var passersOn: Set<String> = []

  mutating func addPassing(_ mail: Mail) {
    let home: Home
    if let stranger = mail.digest.stranger {
      home = .stranger(stranger)
    } else if mail.spfAligned {
      home = .ownServers
    } else {
      return
    }
    for key in mail.digest.keysPassing {
      volumes[key, default: [:]][home] = (volumes[key]?[home] ?? 0).adding(mail.messages)
    }
  }

  /// Called once all passing mail is added.
  mutating func addFailing(_ mail: Mail) {
    guard let stranger = mail.digest.stranger else { return }
    let isElsewhere = mail.digest.keysFailing.contains { key in
      guard key.selector != nil, let home = home(of: key) else { return false }
      return home != .stranger(stranger)
    }
    if isElsewhere { passersOn.insert(stranger) }
  }

  /// Where a key is at home: with us if ever, else where it signs most.
  func home(of key: EvidenceDigest.Key) -> Home? {
    guard let homes = volumes[key] else { return nil }
    if homes[.ownServers] != nil { return .ownServers }
    return homes.max { left, right in
      (left.value, right.key.name) < (right.value, left.key.name)
    }?.key
  }
}
