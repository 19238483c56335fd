extension Inbox {
  /// The messages of a file, if it is an mbox.
  static func mbox(_ path: RawName) -> MboxListing? {
    guard let file = try? path.open(), (try? isMbox(file)) == true else { return nil }
    return try? listing(file)
  }

  static func isMbox(_ file: OpenFile) throws(IntakeError) -> Bool {
    try MboxListing.startsMbox { (target, count) throws(IntakeError) in
      try file.read(into: target, count: count, at: 0)
    }
  }

  static func listing(_ file: OpenFile) throws(IntakeError) -> MboxListing {
    try MboxListing(size: file.size) { (target, count, offset) throws(IntakeError) in
      try file.read(into: target, count: count, at: offset)
    }
  }
}

extension Spool {
  /// The messages, if this is an mbox.
  func mbox() throws(IntakeError) -> MboxListing? {
    let isMbox = try MboxListing.startsMbox { (target, count) throws(IntakeError) in
      try read(into: target, count: count, at: 0)
    }
    guard isMbox else { return nil }
    return try MboxListing(size: count) { (target, count, offset) throws(IntakeError) in
      try read(into: target, count: count, at: offset)
    }
  }
}
