import Glibc

extension IntakeItem {
  /// Carries out what was asked for; never overwrites and never follows a link.
  ///
  /// Only messages of a Maildir are moved or deleted: a file that the user named is his own, and
  /// taking a message out of an mbox would mean to write the mbox again.
  public func perform(_ act: AfterAct) throws(IntakeError) -> AfterOutcome {
    guard act != .keep, case .message(let message) = place else { return .notApplicable }
    var candidate = message
    // Another program may rename the message between each two steps; it has to win many times.
    for _ in 0..<8 {
      if try candidate.perform(act) { return .done }
      guard let found = message.folder.locate(candidate) else { return .vanished }
      candidate = found
    }
    return .vanished
  }
}

extension Message {
  /// `false` if the message is not there under this name.
  fileprivate func perform(_ act: AfterAct) throws(IntakeError) -> Bool {
    switch act {
    case .keep: true
    case .seen: try markSeen()
    case .archive(let archive): try move(into: archive)
    case .delete: try Self.wasThere(name.withCString { unlinkat(descriptor, $0, 0) })
    }
  }

  var descriptor: Int32 { folder.descriptor(subfolder) }

  private func markSeen() throws(IntakeError) -> Bool {
    let seen = RawName(MessageName.name(name.bytes, adding: UInt8(ascii: "S")))
    let isDone = subfolder == .cur && seen == name
    guard !isDone else { return name.exists(in: descriptor) }
    let target = folder.descriptor(.cur)
    // A base name is unique, so nobody else's message can have the new name; a second link to
    // this one may, and must not be lost.
    guard !seen.exists(in: target) else { throw .ioError(errno: EEXIST) }
    return try Self.wasThere(
      name.withCString { old in
        seen.withCString { new in renameat(descriptor, old, target, new) }
      })
  }

  /// Turns a result of the system into "yes" or "not there".
  static func wasThere(_ result: Int32) throws(IntakeError) -> Bool {
    if result == 0 { return true }
    guard errno == ENOENT else { throw .ioError(errno: errno) }
    return false
  }
}

extension RawName {
  func exists(in directory: Int32) -> Bool {
    withCString { faccessat(directory, $0, F_OK, AT_SYMLINK_NOFOLLOW) == 0 }
  }
}
