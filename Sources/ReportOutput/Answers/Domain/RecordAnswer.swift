public import DomainAudit

/// Records to publish, as a document.
public struct RecordAnswer {
  private let records: [PublishableRecord]
  private let notes: [String]

  /// The answer with records, and what is to be said of them.
  public init(_ records: [PublishableRecord], notes: [String] = []) {
    self.records = records
    self.notes = notes
  }

  /// The document, in the form `dmarc-report/domain-record` version 1 (docs/output.md).
  ///
  /// People copy what they read: the text, and the line of a zone file, each on a line of its own.
  public var document: OutputDocument {
    let (records, notes) = (records, notes)
    let table = Section.table(key: "records", TableData(records, columns: Self.columns))
    return OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/domain-record", version: 1,
        fields: ["notes": .array(notes.map { .string($0) })]),
      sections: [
        .only(.people) { notes.map { .paragraph($0) } + records.flatMap(Self.sections) },
        .only(.programs) { [table] }, .only(.spreadsheets) { [table] },
      ])
  }

  private static var columns: [Column<PublishableRecord>] {
    [
      .text("name", "Name") { $0.name }, .text("type", "Type") { $0.type },
      .text("text", "Text") { $0.text }, .list("strings", "Strings") { $0.strings },
      .text("zone", "Zone file") { $0.zoneLine }, .text("note", "Note") { $0.note },
    ]
  }

  private static func sections(_ record: PublishableRecord) -> [Section] {
    [
      .heading("\(record.type) \(record.name)"), .paragraph(record.text),
      .paragraph(record.zoneLine),
    ] + (record.note.isEmpty ? [] : [.paragraph("Note: \(record.note).")])
  }
}
