/// Why a mail, a file or a report in one could not be taken in.
public enum IntakeError: Error, Sendable, Hashable {
  /// There is nothing at this path.
  case notFound
  /// The file is there and cannot be opened; the number is `errno`.
  case notReadable(errno: Int32)
  /// A device, FIFO, socket, or a link where a file is needed.
  case notRegular
  /// The message was there when the folder was listed and is gone.
  case vanished
  /// More than a limit allows.
  case limitExceeded(IntakeLimit, value: Int)
  /// The gzip or zlib stream breaks off.
  case truncatedGzip
  /// The gzip or zlib stream is damaged; the detail is zlib's.
  case corruptGzip(detail: String)
  /// Packed data of another format breaks off.
  case truncated(PackedFormat)
  /// Packed data of another format is damaged, or cannot be unpacked; the detail is the library's.
  case corrupt(PackedFormat, detail: String)
  /// The zip archive or a member is damaged; the detail is libzip's.
  case corruptZip(detail: String)
  /// The tar archive is damaged, or cut off.
  case corruptTar
  /// The zip member is encrypted.
  case encryptedZip
  /// A zip member is packed with a method other than stored and deflate.
  case unsupportedCompression(method: Int)
  /// The content is something else.
  case notAReport(ForeignContent)
  /// There is not a single byte.
  case emptyFile
  /// Reading failed midway; the number is `errno`.
  case ioError(errno: Int32)
  /// The folder given for archiving is no Maildir.
  case notAMaildir
}
