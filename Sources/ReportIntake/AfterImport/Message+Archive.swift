import Glibc

extension Message {
  /// Moves the message into the `cur` of another Maildir; `false` if it is not there.
  ///
  /// A hard link is made first and the old name goes after it: `link` never replaces what has the
  /// name already, which `rename` would, and no crash leaves less than one name.
  func move(into archive: ArchiveFolder) throws(IntakeError) -> Bool {
    // The archive may be what is imported, or lie in it: what has arrived there stays.
    guard !isIn(archive) else { return name.exists(in: descriptor) }
    for attempt in 0..<100 {
      let target = RawName(archivedName(attempt))
      switch link(to: target, in: archive.folder.descriptor(.cur)) {
      case 0: return try remove()
      case EEXIST:
        let isCopied = try isCopied(as: target, to: archive)
        if isCopied || isSameFile(as: target, in: archive) {
          return try remove()
        }
      case ENOENT: return false
      case EXDEV, EPERM, EOPNOTSUPP, EMLINK:
        do {
          if try copy(to: target, archive) { return try remove() }
        } catch .notFound {
          return false
        }
      case let code: throw .ioError(errno: code)
      }
    }
    throw .ioError(errno: EEXIST)
  }

  private func isIn(_ archive: ArchiveFolder) -> Bool {
    guard let mine = FileIdentity(descriptor) else { return false }
    return mine == FileIdentity(archive.folder.descriptor(.cur))
  }

  /// The name in the archive; another message there may have it, from another Maildir.
  private func archivedName(_ attempt: Int) -> [UInt8] {
    let full = MessageName.nameInCur(name.bytes)
    guard attempt > 0 else { return full }
    let base = full.prefix(MessageName.baseLength(full))
    return Array(base) + Array("_\(attempt)".utf8) + full.dropFirst(base.count)
  }

  /// Zero, or `errno`.
  private func link(to target: RawName, in directory: Int32) -> Int32 {
    let result = name.withCString { old in
      target.withCString { new in linkat(descriptor, old, directory, new, 0) }
    }
    return result == 0 ? 0 : errno
  }

  /// Whether an earlier run made the link and did not come to the end.
  private func isSameFile(as target: RawName, in archive: ArchiveFolder) -> Bool {
    guard let mine = FileIdentity(name, in: descriptor) else { return false }
    return mine == FileIdentity(target, in: archive.folder.descriptor(.cur))
  }

  private func remove() throws(IntakeError) -> Bool {
    // Already gone means that another program deleted it: it is in the archive all the same.
    _ = try Self.wasThere(name.withCString { unlinkat(descriptor, $0, 0) })
    return true
  }
}
