/// Whether a database is as it must be, as a document for programs.
public struct CheckAnswer {
  private let faults: [String]

  /// The answer with these faults, in sentences.
  public init(_ faults: [String]) {
    self.faults = faults
  }

  /// The document, in the form `dmarc-report/check` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/check", version: 1, fields: ["ok": .bool(faults.isEmpty)]),
      sections: [.table(TableData(faults, columns: [.text("fault", "Fault") { $0 }]))])
  }
}

/// Where a copy of the database is, as a document for programs; people are told nothing.
public struct BackupAnswer {
  private let file: String
  private let bytes: Int64

  /// The answer with the copy's path and how large it is.
  public init(file: String, bytes: Int64) {
    self.file = file
    self.bytes = bytes
  }

  /// The document, in the form `dmarc-report/backup` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/backup", version: 1,
        fields: ["file": .string(file), "bytes": .integer(bytes)]))
  }
}
