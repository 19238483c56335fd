/// A part of an answer.
public enum Section: Sendable {
  /// What people read, and no program does.
  case prose(Prose)
  /// A table, in JSON an array under `key` (and its total under `total` or `key_total`).
  case table(key: String = "rows", TableData)
  /// A value that is no table, which JSON alone has.
  case member(JSONMember)
  /// Sections for some readers alone, made when they are written: an answer about thousands of
  /// domains says the same in three ways, of which one is asked for.
  case only(Reader, @Sendable () -> [Section])

  /// A line above what follows, and what it says: good or bad.
  public static func heading(_ text: String, mark: Mark? = nil) -> Section {
    .prose(.heading(text, mark))
  }

  /// Sentences, wrapped to the width; a newline in them stays one.
  public static func paragraph(_ text: String) -> Section { .prose(.paragraph(text)) }

  /// Sentences in a list, one dash each.
  public static func items(_ items: [String]) -> Section { .prose(.items(items)) }

  /// Names and values, aligned.
  public static func facts(_ facts: [Fact]) -> Section { .prose(.facts(facts)) }
}

/// What people read besides tables.
public enum Prose: Hashable, Sendable {
  case heading(String, Mark? = nil)
  case paragraph(String)
  case items([String])
  case facts([Fact])
}

/// A name and a value for people.
public struct Fact: Hashable, Sendable {
  /// What the value is.
  public let label: String
  /// The value.
  public let value: Cell

  /// A name and its value.
  public init(_ label: String, _ value: Cell) {
    self.label = label
    self.value = value
  }
}

/// Whom a format is for.
public enum Reader: Sendable {
  /// Prose and tables.
  case people
  /// The whole document as values.
  case programs
  /// The rows of the first table.
  case spreadsheets
}
