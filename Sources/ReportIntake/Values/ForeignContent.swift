/// What a thing is that is neither a report nor a container of one, told by its first bytes.
public enum ForeignContent: String, Hashable, Sendable, CaseIterable {
  case png
  case jpeg
  case gif
  case pdf
  case html
  case json
  case sevenZip
  case rar
  /// An OLE compound file: an Outlook `.msg` or an old Office document.
  case ole
  case elf
  /// Data packed by `compress`, of the eighties.
  case compress
  /// A `winmail.dat` of Outlook (TNEF).
  case tnef
  /// Data that says it is encrypted: what Dovecot's mail-crypt plugin, age or OpenSSL write.
  case encrypted
  /// An XML document that is no report, in a mail.
  case xml
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

  /// Whether an archive may stand behind this: programs that unpack themselves.
  var mayHideArchive: Bool { self == .binary || self == .elf }

  /// Whether a report may be in it that nobody sees: it is packed in a way that is not read.
  var mayHoldReports: Bool {
    switch self {
    case .sevenZip, .rar, .compress, .encrypted: true
    default: false
    }
  }
}
