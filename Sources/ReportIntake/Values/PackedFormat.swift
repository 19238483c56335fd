/// Formats that data is packed in, besides gzip and zip: as archives of lists and mail stores have them.
public enum PackedFormat: String, Hashable, Sendable, CaseIterable {
  /// RFC 8878.
  case zstd
  /// The frame format of lz4.
  case lz4
  /// What Dovecot's zlib plugin makes of mail with `zlib_save = lz4`: blocks of lz4 of its own framing.
  case dovecotLZ4 = "lz4 (Dovecot)"
  case bzip2
  case xz

  /// What Dovecot's framing of lz4 begins with.
  static let dovecotMagic = Array("Dovecot-LZ4\r*".utf8) + [0x9b, 0xc5]
}
