extension RecordFinding {
  /// A finding about the record as a whole.
  init(_ level: Level, _ code: String, _ section: String, _ text: String) {
    self.init(level, code, section, "", text)
  }
}
