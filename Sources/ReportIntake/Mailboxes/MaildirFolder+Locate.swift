import Glibc
import Synchronization

extension MaildirFolder {
  /// Opens a message wherever a mail reader has moved it meanwhile.
  func open(_ message: Message) throws(IntakeError) -> OpenFile {
    if let file = try openIfThere(message) { return file }
    var tried = message
    // A name may change again between finding and opening; nobody does that many times.
    for _ in 0..<4 {
      guard let found = locate(tried) else { break }
      if let file = try openIfThere(found) { return file }
      tried = found
    }
    throw .vanished
  }

  private func openIfThere(_ message: Message) throws(IntakeError) -> OpenFile? {
    do {
      return try message.name.open(at: descriptor(message.subfolder))
    } catch .notFound {
      return nil
    }
  }

  /// Where a message is that is not where it was; `nil` if it is gone.
  func locate(_ message: Message) -> Message? {
    if message.subfolder == .new, let guess = guess(message) { return guess }
    return index.withLock { index in
      index.refresh(self)
      return index.find(message.base).map { Message($0, in: self) }
    }
  }

  /// A message that left `new` is mostly in `cur`, unread or read.
  private func guess(_ message: Message) -> Message? {
    for info in [":2,", ":2,S"] {
      let name = RawName(Array(message.base) + Array(info.utf8))
      let isThere = name.withCString { faccessat(cur(), $0, F_OK, AT_SYMLINK_NOFOLLOW) == 0 }
      if isThere { return Message(folder: self, subfolder: .cur, name: name) }
    }
    return nil
  }

  private func cur() -> Int32 { descriptor(.cur) }
}
