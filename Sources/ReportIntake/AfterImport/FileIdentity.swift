import Glibc

/// Which file this is, whatever name it has.
struct FileIdentity: Equatable {
  private let device: dev_t
  private let inode: ino_t

  /// Of an open file or folder; `nil` if the system does not say.
  init?(_ descriptor: Int32) {
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { return nil }
    (device, inode) = (info.st_dev, info.st_ino)
  }

  /// Of what a folder has under a name, and be it a link.
  init?(_ name: RawName, in directory: Int32) {
    var info = stat()
    let code = name.withCString { fstatat(directory, $0, &info, AT_SYMLINK_NOFOLLOW) }
    guard code == 0 else { return nil }
    (device, inode) = (info.st_dev, info.st_ino)
  }
}
