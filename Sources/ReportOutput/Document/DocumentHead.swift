/// What a JSON document says of itself before its tables.
public struct DocumentHead: Hashable, Sendable {
  /// The name of the document's form, as `dmarc-report/summary`.
  public var schema: String
  /// The version of that form; raised when a reader of the old one would break.
  public var version: Int
  /// What follows, in this order.
  public var fields: [JSONMember]

  /// A head with the fields in the order given.
  public init(schema: String, version: Int, fields: KeyValuePairs<String, JSONValue> = [:]) {
    self.schema = schema
    self.version = version
    self.fields = fields.map { JSONMember($0.key, $0.value) }
  }

  /// All members, the schema and the version first.
  public var members: [JSONMember] {
    [JSONMember("schema", .string(schema)), JSONMember("version", .integer(Int64(version)))]
      + fields
  }
}
