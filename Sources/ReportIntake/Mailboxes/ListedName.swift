/// One name of a Maildir's listing.
struct ListedName {
  let subfolder: MaildirFolder.Subfolder
  let name: ArraySlice<UInt8>

  /// The part that no flag and no move changes.
  var base: ArraySlice<UInt8> { MessageName.base(name) }
}
