/// What a store is opened for.
public enum StorePurpose: Sendable {
  /// To be read; it must exist.
  case reading
  /// To be written with single statements; it is created where there is none.
  case writing
  /// To be imported into; it is created where there is none.
  case importing
}
