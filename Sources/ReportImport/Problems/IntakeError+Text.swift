import Glibc
public import ReportIntake

extension IntakeError {
  /// A stable word for the kind of error.
  public var reason: String {
    switch self {
    case .notFound: "not-found"
    case .notReadable: "not-readable"
    case .notRegular: "not-a-file"
    case .vanished: "vanished"
    case .limitExceeded: "limit"
    case .truncatedGzip: "gzip-truncated"
    case .corruptGzip: "gzip-corrupt"
    case .truncated(let format): "\(format.word)-truncated"
    case .corrupt(let format, _): "\(format.word)-corrupt"
    case .corruptZip: "zip-corrupt"
    case .corruptTar: "tar-corrupt"
    case .encryptedZip: "zip-encrypted"
    case .unsupportedCompression: "zip-compression"
    case .notAReport: "not-a-report"
    case .emptyFile: "empty"
    case .ioError: "io-error"
    case .notAMaildir: "not-a-maildir"
    }
  }

  /// What is wrong, in a sentence without a full stop.
  public var sentence: String {
    switch self {
    case .notFound: "there is no such file or folder"
    case .notReadable(let code): "it cannot be opened: \(String(cString: strerror(code)))"
    case .notRegular: "it is not a regular file"
    case .vanished: "it was gone before it could be read"
    case .limitExceeded(let limit, let value):
      "it exceeds the limit of \(value) set by \(limit.rawValue)"
    case .truncatedGzip: "its gzip stream is cut off before its end"
    case .corruptGzip(let detail): "its gzip stream is damaged: \(detail)"
    case .truncated(let format): "its \(format.rawValue) data is cut off before its end"
    case .corrupt(let format, let detail): "its \(format.rawValue) data is damaged: \(detail)"
    case .corruptZip(let detail): "its zip archive is damaged: \(detail)"
    case .corruptTar: "its tar archive is damaged or cut off"
    case .encryptedZip: "its zip archive is encrypted"
    case .unsupportedCompression(let method):
      "its zip archive is packed with method \(method), which is not read"
    case .notAReport(let content): "it is not a report: \(content.phrase)"
    case .emptyFile: "it is empty"
    case .ioError(let code): "reading failed: \(String(cString: strerror(code)))"
    case .notAMaildir: "it is not a Maildir: it has no cur, new and tmp"
    }
  }
}

extension PackedFormat {
  /// A word for the format in the word for what is wrong.
  fileprivate var word: String { self == .dovecotLZ4 ? "lz4" : rawValue }
}

extension ForeignContent {
  /// The content in words.
  var phrase: String {
    switch self {
    case .png: "a PNG image"
    case .jpeg: "a JPEG image"
    case .gif: "a GIF image"
    case .pdf: "a PDF document"
    case .html: "an HTML page"
    case .json: "JSON"
    case .sevenZip: "a 7z archive"
    case .rar: "a RAR archive"
    case .ole: "an Outlook or Office file"
    case .elf: "a program"
    case .compress: "data packed by compress"
    case .tnef: "a winmail.dat of Outlook"
    case .encrypted: "encrypted data"
    case .xml: "an XML document of another kind"
    case .officeDocument: "an Office document"
    case .unused: "the word unused, sent in its place"
    case .plainText: "plain text"
    case .binary: "binary data"
    case .emptyArchive: "an archive with nothing in it"
    case .nothing: "nothing but white space"
    case .mail: "a mail without one"
    }
  }
}
