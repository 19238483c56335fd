import Commands

/// The program starts here and does everything in `Commands`.
@main
enum Main {
  static func main() { DMARCReport.main() }
}
