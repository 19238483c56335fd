import Testing

/// Within a room the folders stand in an order too, that of docs/architecture.md: what is in one
/// uses types of those before it alone.
@Suite struct FolderOrderTests {
  /// Rooms with circles of folders: they are to be freed, and none is to be added.
  private static let withCircles: Set = ["ReportImport", "ReportParsing"]

  /// Files that stand in no folder come after all of them.
  private static let root = ""

  private struct File {
    let name: String
    let folder: String
    let source: SwiftSource
  }

  private func files(of room: String) throws -> [File] {
    try Project.files(under: "Sources/\(room)", ending: ".swift").map { name in
      let parts = name.split(separator: "/")
      return File(
        name: name, folder: parts.count > 3 ? String(parts[2]) : Self.root,
        source: SwiftSource(try Project.text(name)))
    }
  }

  /// The folders of every room that has some, in the order of the page.
  private func order() throws -> [String: [String]] {
    let page = try Document("docs/architecture.md")
    let rooms = Document.rows(in: page.section("## The rooms")).map { $0[0] }
    var order: [String: [String]] = [:]
    for row in Document.rows(in: page.section("## What stands in them")) {
      if rooms.contains(row[0]) {
        order[row[0]] = row[1].matches(of: /`(\w+)`/).map { String($0.1) }
      } else {
        order["Analysis", default: []].append(row[0])
      }
    }
    return order.mapValues { $0 + [Self.root] }
  }

  /// The uses of types that stand in a later folder, each as "file: type of folder".
  private func usesOfLater(in room: String, _ order: [String]) throws -> [String] {
    let files = try files(of: room)
    var folders: [String: String] = [:]
    for file in files { for type in file.source.declared { folders[type] = file.folder } }
    return files.flatMap { file in
      let later = Set(order.drop { $0 != file.folder }.dropFirst())
      return file.source.used.sorted().compactMap { type in
        folders[type].flatMap { later.contains($0) ? "\(file.name): \(type) of \($0)" : nil }
      }
    }
  }

  @Test func aFolderUsesOnlyWhatStandsBeforeIt() throws {
    for (room, order) in try order().sorted(by: { $0.key < $1.key }) {
      let uses = try usesOfLater(in: room, order)
      if Self.withCircles.contains(room) {
        #expect(!uses.isEmpty, "\(room) is free of circles: take it off the list")
      } else {
        #expect(uses == [], "\(room)")
      }
    }
  }

  @Test func whatAFileUsesIsFoundInItsTextsTooAndNotInItsComments() {
    let source = SwiftSource(
      """
      /// Uses Comment.
      public struct Outer {
        enum Inner {}
        let text = "Text \\(Human.count(Inner.value("\\(Deep())"))) Text"
        let other: Place.Kind = .Member /* Block */ ; let inner = Inner()
      }
      private class Hidden {}
      extension Foreign { func f() -> Int { 1 } }
      """)
    #expect(source.declared == ["Outer"])
    #expect(source.own == ["Outer", "Inner", "Hidden"])
    #expect(source.used == ["Human", "Deep", "Place", "Foreign", "Int"])
  }
}
