/// A setting in force.
public struct SettingRow: Hashable, Sendable {
  /// What nobody set.
  public static let isDefault = "default"

  /// Its key in the configuration.
  public let key: String
  /// What is set; none where nothing is.
  public let values: [String]
  /// The option, variable, or file and line that says so.
  public let origin: String

  /// A setting of these parts.
  public init(key: String, values: [String], origin: String) {
    self.key = key
    self.values = values
    self.origin = origin
  }
}

/// The settings in force as a document.
public struct SettingsAnswer {
  private let rows: [SettingRow]
  private let files: [String]

  /// The answer with these settings; `files` are the configuration files that are looked for.
  public init(_ rows: [SettingRow], files: [String]) {
    self.rows = rows
    self.files = files
  }

  /// The document, in the form `dmarc-report/config` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/config", version: 1,
        fields: ["files": .array(files.map { .string($0) })]),
      sections: [
        .table(
          TableData(
            rows,
            columns: [
              .text("key", "Key") { $0.key }, .list("values", "Value") { $0.values },
              .text("origin", "From", elision: .middle) { $0.origin },
            ]))
      ])
  }
}

/// A key of the configuration, and what it is for.
public struct SettingKey: Hashable, Sendable {
  /// The key; `NAME` stands for one of the operator's choice.
  public let key: String
  /// What it sets, in a sentence.
  public let meaning: String

  /// A key and its meaning.
  public init(_ key: String, _ meaning: String) {
    self.key = key
    self.meaning = meaning
  }
}

/// The keys of the configuration as a document.
public struct SettingKeysAnswer {
  private let keys: [SettingKey]

  /// The answer with these keys.
  public init(_ keys: [SettingKey]) {
    self.keys = keys
  }

  /// The document, in the form `dmarc-report/config-keys` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(schema: "dmarc-report/config-keys", version: 1),
      sections: [
        .table(
          TableData(
            keys,
            columns: [
              .text("key", "Key") { $0.key }, .text("meaning", "What it sets") { $0.meaning },
            ]))
      ])
  }
}
