/// A JSON document of our own: `{"schema": "dmarc-report/summary", "version": 1, …}`.
public struct JSONDocument: Hashable, Sendable {
  /// The document as a value.
  public let value: JSONValue

  /// A document with the fields after its schema and version, in the order given.
  public init(schema: String, version: Int, fields: KeyValuePairs<String, JSONValue>) {
    value = .object(DocumentHead(schema: schema, version: version, fields: fields).members)
  }

  /// Writes the document, indented, and a newline.
  public func write(to output: Output) throws(OutputError) {
    JSONWriter(output: output, layout: .pretty).write(value, depth: 0)
    try output.write("\n")
  }
}
