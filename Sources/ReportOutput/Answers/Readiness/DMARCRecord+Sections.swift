internal import Analysis

extension DMARCRecord {
  /// What the record asks for and what is to be said of it, for people.
  var sections: [Section] {
    [.heading("The record published now"), .items([text] + explanation + findings.map(\.sentence))]
  }
}
