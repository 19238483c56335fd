/// Where a mail is whose parts are looked for; they say where in it they are.
enum MailBytes {
  case memory(UnsafeRawBufferPointer)
  case file(OpenFile, Range<Int>)
}
