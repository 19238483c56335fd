internal import CLibXML2

extension XMLReader {
  /// Reads a document that is in memory as a whole, with a zero byte behind it; answers whether it
  /// is well-formed.
  ///
  /// It is read where it stands: libxml2's functions for memory of a known length copy it first.
  func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let context = freshContext(),
      let input = xmlNewStringInputStream(context, bytes.baseAddress)
    else { return false }
    // It ends for libxml2 where the first zero byte is.
    let length = input.pointee.end - input.pointee.base
    let (isWellFormed, unread) = parse(input, in: context)
    return isWellFormed && unread == 0 && length == bytes.count
  }
}
