/// Records that nobody reads any more.
enum HistoricRecords {
  static func domainKeys() -> [RecordFinding] {
    [
      RecordFinding(
        .note, "historic-domainkeys", "RFC 4870",
        "a policy of DomainKeys; nobody reads it any more, and it may be taken away")
    ]
  }

  static func adsp() -> [RecordFinding] {
    [
      RecordFinding(
        .note, "historic-adsp", "RFC 5617",
        "a policy of ADSP; nobody reads it any more, and it may be taken away")
    ]
  }
}
