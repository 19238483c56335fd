/// A message of a Maildir: known by its base name, found under the name it had when listed.
struct Message: Hashable, Sendable {
  let folder: MaildirFolder
  let subfolder: MaildirFolder.Subfolder
  let name: RawName

  /// What no flag and no move changes.
  var base: ArraySlice<UInt8> { MessageName.base(name.bytes) }
}

extension Message {
  /// A message under the name it has in a listing of its folder.
  init(_ listed: ListedName, in folder: MaildirFolder) {
    self.init(folder: folder, subfolder: listed.subfolder, name: RawName(listed.name))
  }
}
