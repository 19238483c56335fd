import Glibc
import Synchronization

/// An open Maildir; its subfolders stay open, so a renamed Maildir is still the same one.
final class MaildirFolder: Sendable {
  /// Where messages are; `tmp` holds deliveries that are not finished.
  enum Subfolder: UInt8, Sendable, CaseIterable {
    case new
    case cur

    /// What the directory is called.
    var name: String { self == .new ? "new" : "cur" }
  }

  let path: RawName
  private let new: Int32
  private let cur: Int32
  let index = Mutex(MaildirIndex())

  /// Opens a directory that has `new` and `cur`; `nil` if it has not.
  ///
  /// Throws where one of them is there and cannot be opened: read as a plain folder, it would give
  /// unfinished deliveries, and forget what was seen.
  init?(_ path: RawName) throws(IntakeError) {
    self.path = path
    new = Self.openDirectory(path, "new")
    cur = Self.openDirectory(path, "cur")
    if new >= 0, cur >= 0 { return }
    let codes = [new, cur].filter { $0 < 0 }.map(-)
    if codes.contains(where: { [ENOENT, ENOTDIR, ELOOP].contains($0) }) { return nil }
    throw .notReadable(errno: codes.first ?? EIO)
  }

  deinit {
    if new >= 0 { close(new) }
    if cur >= 0 { close(cur) }
  }

  /// A descriptor, or the error number below zero.
  private static func openDirectory(_ path: RawName, _ name: String) -> Int32 {
    let descriptor = path.appending(name.utf8).withCString {
      Glibc.open($0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
    return descriptor >= 0 ? descriptor : -errno
  }

  func descriptor(_ subfolder: Subfolder) -> Int32 { subfolder == .new ? new : cur }

  /// When a subfolder last changed.
  struct Stamp: Equatable, Sendable {
    let seconds: Int
    let nanoseconds: Int

    /// Changed so recently that another change may have the same stamp: within some ticks of a
    /// clock that has at least a hundred a second, or within two seconds where the file system
    /// keeps no less than those.
    var isFresh: Bool {
      var now = timespec()
      clock_gettime(CLOCK_REALTIME, &now)
      let age = (now.tv_sec - seconds) * 1000 + (now.tv_nsec - nanoseconds) / 1_000_000
      return age < (nanoseconds == 0 ? 2000 : 50)
    }
  }

  func stamp(_ subfolder: Subfolder) -> Stamp {
    var info = stat()
    guard fstat(descriptor(subfolder), &info) == 0 else {
      return Stamp(seconds: 0, nanoseconds: 0)
    }
    return Stamp(seconds: info.st_mtim.tv_sec, nanoseconds: info.st_mtim.tv_nsec)
  }
}

extension MaildirFolder: Hashable {
  static func == (lhs: MaildirFolder, rhs: MaildirFolder) -> Bool { lhs === rhs }

  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
