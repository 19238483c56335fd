internal import CUnbound

extension UnboundResolver {
  /// The library that asks DNS, and its version as loaded.
  public static var libraries: [String] {
    ["libunbound \(ub_version().map { String(cString: $0) } ?? "?")"]
  }
}
