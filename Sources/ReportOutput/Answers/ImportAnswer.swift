/// What an import came to, as a document for programs; people are told in a line of its own.
public struct ImportAnswer {
  private let counts: [(name: String, count: Int64)]
  private let isDryRun: Bool
  private let isInterrupted: Bool

  /// The answer with these counts, in order.
  public init(_ counts: [(name: String, count: Int64)], isDryRun: Bool, isInterrupted: Bool) {
    self.counts = counts
    self.isDryRun = isDryRun
    self.isInterrupted = isInterrupted
  }

  /// The document, in the form `dmarc-report/import` version 1 (docs/output.md).
  public var document: OutputDocument {
    var head = DocumentHead(
      schema: "dmarc-report/import", version: 1,
      fields: ["dry_run": .bool(isDryRun), "interrupted": .bool(isInterrupted)])
    head.fields += counts.map { JSONMember($0.name, .integer($0.count)) }
    return OutputDocument(head: head)
  }
}
