/// The ends of lines as mail stores have spoilt them.
enum LineEnds {
  /// Whether a line has nothing but its end, which may have one carriage return too many.
  static func isEmpty(_ line: ByteView) -> Bool {
    line.count <= 3 && line.allSatisfy { $0 == 10 || $0 == 13 }
  }

  /// What is wrong with the ends of a mail's lines.
  enum Fault {
    /// CR CR LF: a conversion was made twice.
    case doubled
    /// CR alone, as on old Macs.
    case bare
  }

  /// Told by the first lines; `nil` where all is well.
  static func fault(of mail: ByteView) -> Fault? {
    let head = mail.first(upTo: 4096)
    guard let first = head.firstIndex(ofByte: 13), first + 1 < head.count else { return nil }
    if head.starts("\r\r\n", at: first) { return .doubled }
    return head.firstIndex(ofByte: 10) == nil ? .bare : nil
  }

  /// Mends a mail where it lies; says how many bytes it has then.
  static func mend(_ mail: UnsafeMutableRawBufferPointer, _ fault: Fault) -> Int {
    var count = 0
    for index in mail.indices {
      switch (mail[index], fault) {
      case (13, .doubled): continue
      case (13, .bare): mail[count] = 10
      case (let byte, _): mail[count] = byte
      }
      count += 1
    }
    return count
  }
}
