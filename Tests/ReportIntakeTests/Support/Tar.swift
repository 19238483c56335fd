import Foundation

/// A tar archive (POSIX, `ustar`) of these files.
func tar(_ files: (name: String, data: Data)...) -> Data {
  files.reduce(Data()) { $0 + tarHeader($1.name, $1.data.count) + padded($1.data) }
    + Data(count: 1024)
}

/// The header of a file of so many bytes; `type` is that of the file.
func tarHeader(_ name: String, _ size: Int, type: Character = "0") -> Data {
  var header = Data(count: 512)
  func put(_ text: String, at place: Int) {
    header.replaceSubrange(place..<place + text.utf8.count, with: Data(text.utf8))
  }
  put(String(name.prefix(100)), at: 0)
  put(String(format: "%011o", size), at: 124)
  put("        ", at: 148)
  put(String(type), at: 156)
  put("ustar\u{0}00", at: 257)
  put(String(format: "%06o", header.reduce(0) { $0 + Int($1) }), at: 148)
  header[154] = 0
  return header
}

/// Data in whole blocks.
func padded(_ data: Data) -> Data { data + Data(count: (512 - data.count % 512) % 512) }
