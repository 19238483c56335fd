import CLibZip

/// A zip archive in memory that somebody else keeps.
final class ZipArchive {
  let handle: OpaquePointer
  /// How many members the archive says it has.
  let count: Int

  /// Opens an archive that has no more than `most` members.
  ///
  /// libzip reads the whole directory at once and compares names with each other, and the count
  /// at the end of an archive may be a lie. Every entry of a directory begins with a signature
  /// (APPNOTE 4.3.12), so there are no more of them than signatures.
  init(_ bytes: UnsafeRawBufferPointer, most: Int) throws(IntakeError) {
    guard !ByteView(bytes).holds("PK\u{1}\u{2}", moreThan: most) else {
      throw .limitExceeded(.archiveMembers, value: most)
    }
    var error = zip_error_t()
    let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error)
    guard let source else { throw Self.failure(&error) }
    guard let handle = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw Self.failure(&error)
    }
    self.handle = handle
    count = Int(zip_get_num_entries(handle, 0))
  }

  deinit { zip_discard(handle) }

  /// Whether this is a document of an office program: a zip full of XML, none of it a report.
  var isOfficeDocument: Bool {
    zip_name_locate(handle, "[Content_Types].xml", 0) >= 0
      || zip_name_locate(handle, "META-INF/manifest.xml", 0) >= 0
  }

  /// The name of a member, for people and to tell folders.
  func name(_ index: Int) -> String {
    zip_get_name(handle, UInt64(index), UInt32(ZIP_FL_ENC_RAW)).map { String(cString: $0) } ?? ""
  }

  /// Says why a member cannot be read, if so.
  func obstacle(_ index: Int) -> IntakeError? {
    var info = zip_stat_t()
    guard zip_stat_index(handle, UInt64(index), 0, &info) == 0 else {
      return Self.failure(zip_get_error(handle))
    }
    if info.encryption_method != UInt16(ZIP_EM_NONE) { return .encryptedZip }
    let method = Int(info.comp_method)
    return [0, 8].contains(method) ? nil : .unsupportedCompression(method: method)
  }

  /// A member as it is packed, by deflate, if that fits into a piece and the content has at most so
  /// many bytes; its checksum is not looked at.
  func packed(_ index: Int, most: UInt64, into buffer: ByteBuffer) -> PackedMember? {
    let needed = UInt64(ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD)
    var info = zip_stat_t()
    guard zip_stat_index(handle, UInt64(index), 0, &info) == 0, info.valid & needed == needed,
      info.comp_method == UInt16(ZIP_CM_DEFLATE), info.comp_size <= pieceBytes,
      info.size <= most,
      let file = zip_fopen_index(handle, UInt64(index), UInt32(ZIP_FL_COMPRESSED))
    else { return nil }
    defer { zip_fclose(file) }
    let count = Int(info.comp_size)
    buffer.reserve(count)
    guard zip_fread(file, buffer.base, info.comp_size) == count else { return nil }
    let bytes = UnsafeRawBufferPointer(start: buffer.base, count: count)
    return PackedMember(bytes: bytes, size: info.size, crc: info.crc)
  }

  static func failure(_ error: UnsafeMutablePointer<zip_error_t>?) -> IntakeError {
    guard let error else { return .corruptZip(detail: "") }
    return .corruptZip(detail: String(cString: zip_error_strerror(error)))
  }
}

extension ByteView {
  /// Whether a text occurs more often than that.
  fileprivate func holds(_ text: StaticString, moreThan most: Int) -> Bool {
    var (count, position) = (0, 0)
    while count <= most, let found = firstIndex(of: text, from: position) {
      (count, position) = (count + 1, found + text.utf8CodeUnitCount)
    }
    return count > most
  }
}
