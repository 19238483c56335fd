import CBzip2
import CGMime
import CLZ4
import CLibDeflate
import CLibZip
import CLzma
import CZlib
import CZstd

extension ItemReader {
  /// The libraries that mails and archives are opened with, each with its version as loaded;
  /// libdeflate tells only the one it was compiled with.
  public static var libraries: [String] {
    [
      "GMime \(gmime_major_version).\(gmime_minor_version).\(gmime_micro_version)",
      "zlib \(text(zlibVersion()))", "libdeflate \(LIBDEFLATE_VERSION_STRING)",
      "libzip \(text(zip_libzip_version()))", "zstd \(text(ZSTD_versionString()))",
      "lz4 \(text(LZ4_versionString()))", "xz \(text(lzma_version_string()))",
      // `1.0.8, 13-Jul-2019`
      "bzip2 \(text(BZ2_bzlibVersion()).prefix { $0 != "," })",
    ]
  }

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? "?"
  }
}
