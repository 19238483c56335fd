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
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/domain-record", version: 1,
        fields: ["notes": .array(notes.map { .string($0) })]),
      sections: notes.map { .paragraph($0) } + [
        .table(
          key: "records",
          TableData(
            columns: [
              .text("name", "Name"), .text("type", "Type"), .text("text", "Text"),
              .list("strings", "Strings").dispensable(2), .text("zone", "Zone file").dispensable(1),
              .text("note", "Note").dispensable(3),
            ],
            rows: records.map {
              [
                .text($0.name), .text($0.type), .text($0.text), .list($0.strings),
                .text($0.zoneLine), .text($0.note),
              ]
            }))
      ])
  }

  /// For people: the text, and the lines of a zone file, each on a line of its own to be copied.
  public var text: OutputDocument {
    OutputDocument(
      head: DocumentHead(schema: "dmarc-report/domain-record", version: 1),
      sections: notes.map { .paragraph($0) }
        + records.flatMap { record -> [Section] in
          [
            .heading("\(record.type) \(record.name)"), .paragraph(record.text),
            .paragraph(record.zoneLine),
          ] + (record.note.isEmpty ? [] : [.paragraph("Note: \(record.note).")])
        })
  }
}
