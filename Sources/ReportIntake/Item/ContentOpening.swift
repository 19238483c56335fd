/// Finds out what a content is and goes on into it: what every opener hands its contents to.
protocol ContentOpening: AnyObject {
  /// Opens what a source gives; throws only what the receiver of payloads throws.
  func open(_ source: any ByteSource, _ place: Place) throws
}
