/// A message of a Maildir: known by its base name, found under the name it had when listed.
struct Message: Hashable, Sendable {
  let folder: MaildirFolder
  let subfolder: MaildirFolder.Subfolder
  let name: RawName

  /// What no flag and no move changes.
  var base: ArraySlice<UInt8> { name.bytes.prefix(MessageName.baseLength(name.bytes)) }
}
