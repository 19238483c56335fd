extension IntakeError {
  /// Whether the fault is the system's and may be gone at the next try.
  ///
  /// Too few descriptors, a disk that does not answer, a right that is missing: what the input
  /// holds is then still unknown.
  public var isOfSystem: Bool {
    switch self {
    case .notReadable, .ioError: true
    default: false
    }
  }
}
