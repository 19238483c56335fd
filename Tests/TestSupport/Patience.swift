import Foundation

/// How much slower than usual everything is: `DMARC_REPORT_TEST_PATIENCE`, as under a sanitizer.
public enum Patience {
  /// Times are multiplied by it.
  public static let factor =
    ProcessInfo.processInfo.environment["DMARC_REPORT_TEST_PATIENCE"].flatMap(Double.init) ?? 1
}
