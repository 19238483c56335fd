/// What a thing is that is neither a report nor a container of one, told by its first bytes.
public enum ForeignContent: String, Hashable, Sendable, CaseIterable {
  case png
  case jpeg
  case gif
  case pdf
  case html
  case json
  case sevenZip
  case xz
  case bzip2
  case zstd
  case rar
  case tar
  /// An OLE compound file: an Outlook `.msg` or an old Office document.
  case ole
  case elf
  /// The word `unused`, which two reporters sent in place of a report.
  case unused
  case plainText
  case binary
  /// A document of an office program: a zip full of XML, none of it a report.
  case officeDocument
  /// A zip archive without members.
  case emptyArchive
  /// White space, or nothing once unpacked.
  case nothing
  /// A mail without a report where one was announced.
  case mail
}
