internal import CXlsxWriter
internal import Glibc

/// Why no workbook could be made.
public enum WorkbookError: Error, Hashable, Sendable {
  /// There is no place for the file it is put together in; the errno says why.
  case noPlace(code: Int32)
  /// The library could not write it, and says so.
  case notWritten(message: String)
}

/// A workbook of Office Open XML (ECMA-376), put together by libxlsxwriter.
///
/// The library writes to a file of a name, so it gets one of its own that is gone afterwards.
final class Workbook {
  private let path: String
  private let book: UnsafeMutablePointer<lxw_workbook>
  let styles: Styles

  /// How cells look; a format belongs to its workbook.
  struct Styles {
    let title: UnsafeMutablePointer<lxw_format>?
    let head: UnsafeMutablePointer<lxw_format>?
    let numberHead: UnsafeMutablePointer<lxw_format>?
    let line: UnsafeMutablePointer<lxw_format>?
    let text: UnsafeMutablePointer<lxw_format>?
    let count: UnsafeMutablePointer<lxw_format>?
    let share: UnsafeMutablePointer<lxw_format>?
    let day: UnsafeMutablePointer<lxw_format>?
    let totalText: UnsafeMutablePointer<lxw_format>?
    let totalCount: UnsafeMutablePointer<lxw_format>?
    let totalShare: UnsafeMutablePointer<lxw_format>?
  }

  init() throws {
    var template = Array("/tmp/dmarc-report-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw WorkbookError.noPlace(code: errno) }
    close(descriptor)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard let book = workbook_new(path) else {
      unlink(path)
      throw WorkbookError.notWritten(message: "out of memory")
    }
    self.book = book
    styles = Styles(book)
  }

  deinit { unlink(path) }

  /// A new sheet; the name is one of ours.
  func sheet(_ name: String) -> Worksheet {
    Worksheet(sheet: workbook_add_worksheet(book, name), name: name, book: self)
  }

  /// A chart to be put into one of its sheets.
  func chart(_ kind: lxw_chart_type) -> UnsafeMutablePointer<lxw_chart>? {
    workbook_add_chart(book, UInt8(kind.rawValue))
  }

  /// The bytes of the file.
  func finish() throws -> [UInt8] {
    let error = workbook_close(book)
    guard error == LXW_NO_ERROR else {
      throw WorkbookError.notWritten(message: String(cString: lxw_strerror(error)))
    }
    return try bytes()
  }

  private func bytes() throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw WorkbookError.noPlace(code: errno) }
    defer { close(descriptor) }
    var (all, piece) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    while true {
      let count = read(descriptor, &piece, piece.count)
      guard count >= 0 else { throw WorkbookError.noPlace(code: errno) }
      if count == 0 { return all }
      all.append(contentsOf: piece[..<count])
    }
  }
}

extension Workbook.Styles {
  fileprivate init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    func format(_ number: String? = nil, bold: Bool = false, line: Bool = false)
      -> UnsafeMutablePointer<lxw_format>?
    {
      let format = workbook_add_format(book)
      if let number { format_set_num_format(format, number) }
      if bold { format_set_bold(format) }
      if line { format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue)) }
      if !line { format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)) }
      return format
    }
    title = format(bold: true)
    format_set_font_size(title, 16)
    head = format(bold: true, line: true)
    format_set_text_wrap(head)
    numberHead = format(bold: true, line: true)
    format_set_text_wrap(numberHead)
    format_set_align(numberHead, UInt8(LXW_ALIGN_RIGHT.rawValue))
    text = format()
    format_set_text_wrap(text)
    line = format()
    count = format("#,##0")
    share = format("0.00%")
    day = format("yyyy-mm-dd")
    totalText = format(bold: true)
    totalCount = format("#,##0", bold: true)
    totalShare = format("0.00%", bold: true)
  }
}
