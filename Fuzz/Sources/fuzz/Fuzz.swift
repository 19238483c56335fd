import Glibc

@_extern(c)
func LLVMFuzzerRunDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Gives libFuzzer's inputs to the reader that FUZZ_TARGET names.
@main
enum Fuzz {
  nonisolated(unsafe) private static let target: any FuzzTarget =
    switch getenv("FUZZ_TARGET").map({ String(cString: $0) }) {
    case "xml": XMLTarget()
    case "json": JSONTarget()
    case "mail": MailTarget()
    case "zone": ZoneTarget()
    default: ResultsTarget()
    }

  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(
      LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        Fuzz.target.take(UnsafeRawBufferPointer(start: start, count: count))
        return 0
      })
  }
}

/// A reader that must survive any bytes.
protocol FuzzTarget {
  func take(_ bytes: UnsafeRawBufferPointer)
}
