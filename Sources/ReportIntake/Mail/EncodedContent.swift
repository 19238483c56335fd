/// Where in a mail the content of a part stands, and how it is encoded there.
struct EncodedContent: Equatable {
  /// Empty where there is none.
  let range: Range<Int>
  let encoding: TransferDecoder.Encoding
}
