import Foundation
import TestSupport
import Testing

/// docs/architecture.md is the map of what is there: the order of the rooms, and who imports what.
@Suite struct ArchitecturePageTests {
  private let rooms: [[String]]
  /// What is part of the toolchain is open to all.
  private let toolchain: Set = [
    "Glibc", "Dispatch", "Synchronization", "Swift", "FoundationEssentials", "Foundation",
  ]

  init() throws {
    rooms = Document.rows(in: try Document("docs/architecture.md").section("## The rooms"))
  }

  @Test func thePageNamesEveryRoomAndNoOther() throws {
    let folders =
      Project.files(under: "Sources", ending: ".swift")
      .map { String($0.split(separator: "/")[1]) } + ["Schema"]
    #expect(Set(rooms.map { $0[0] }) == Set(folders))
    #expect(rooms.count == Set(folders).count)
  }

  @Test func thePageNamesEveryFolderOfARoom() throws {
    let page = try Document("docs/architecture.md")
    var described: Set<String> = []
    for row in Document.rows(in: page.section("## What stands in them")) {
      if rooms.contains(where: { $0[0] == row[0] }) {
        for name in row[1].matches(of: /`(\w+)`/) { described.insert("\(row[0])/\(name.1)") }
      } else {
        described.insert("Analysis/\(row[0])")
      }
    }
    let folders = Project.files(under: "Sources", ending: ".swift")
      .map { $0.split(separator: "/") }.filter { $0.count > 3 }.map { "\($0[1])/\($0[2])" }
    #expect(described == Set(folders))
  }

  @Test func thePageNamesEveryFolderInWhichSendersAreJudged() throws {
    let rows = Document.rows(
      in: try Document("docs/architecture.md").section("## Whose mail is this?"))
    let folders = Project.files(under: "Sources/Analysis/Streams", ending: ".swift")
      .map { $0.split(separator: "/") }.filter { $0.count > 4 }.map { String($0[3]) }
    #expect(Set(rows.map { $0[0] }) == Set(folders))
  }

  @Test func aRoomImportsOnlyWhatStandsBeforeIt() throws {
    let order = rooms.map { $0[0] }
    for (place, room) in order.enumerated() {
      let behind = Set(order[place...])
      #expect(try imports(of: room).intersection(behind) == [], "\(room)")
    }
  }

  @Test func everyLibraryIsImportedInItsRoomAlone() throws {
    let own = Set(rooms.map { $0[0] })
    for room in rooms {
      let libraries = try imports(of: room[0]).subtracting(own).subtracting(toolchain)
      let described = room[2].matches(of: /\w+/).map { String($0.0) }
      #expect(libraries.sorted() == described.sorted(), "\(room[0])")
    }
    let described = rooms.flatMap { $0[2].matches(of: /\w+/).map { String($0.0) } }
    // The one library in two rooms: one reads mail by it, the other writes.
    #expect(described.count { $0 == "CGMime" } == 2)
    #expect(described.count == Set(described).count + 1)
  }

  /// GMime's readers are for the room that is made for strangers' bytes; nothing is written there.
  @Test func mailIsReadInOneRoomAndWrittenInAnother() throws {
    let writes = /g_mime_message_new|g_mime_object_(set_header|to_string)|gmime_(text|written)/
    let reads = /g_mime_(parser|stream|utils|filter)_|gmime_(stream|content|attached|child)/
    let intake = try text(of: "ReportIntake")
    let outbox = try text(of: "Outbox")
    #expect(intake.contains(reads) && !intake.contains(writes))
    #expect(outbox.contains(writes) && !outbox.contains(reads))
  }

  /// The fuzzer's package lists the rooms a second time, and is built only when it fuzzes.
  @Test func theFuzzedRoomsAreGivenWhatTheyImport() throws {
    let package = try Project.text("Fuzz/Package.swift")
    let fuzzed = package.matches(of: /[ (]room\("(\w+)"(?:, after: \[([^\]]*)\])?\)/)
    #expect(fuzzed.count == 7)
    for room in fuzzed {
      let given = (room.2 ?? "").matches(of: /\w+/).map { String($0.0) }
      let wanted = try imports(of: String(room.1)).subtracting(toolchain)
      #expect(given.sorted() == wanted.sorted(), "\(room.1)")
    }
  }

  /// Another engine comes in behind `Facts`, and has one place where it is chosen.
  @Test func theStoreIsNamedInOneFileOutsideIt() throws {
    let names = try Project.files(under: "Sources", ending: ".swift")
      .filter { !$0.hasPrefix("Sources/ReportStore/") }
      .filter { try Project.text($0).contains("import ReportStore") }
    #expect(names == ["Sources/Commands/Options/DatabaseOptions.swift"])
  }

  @Test func noRoomNeedsAllOfFoundation() throws {
    for room in rooms { #expect(try !imports(of: room[0]).contains("Foundation"), "\(room[0])") }
  }

  /// All files of a room.
  private func text(of room: String) throws -> String {
    try Project.files(under: "Sources/\(room)", ending: ".swift").map(Project.text).joined()
  }

  /// What the files of a room import.
  private func imports(of room: String) throws -> Set<String> {
    let folder = room == "Schema" ? "schema" : "Sources/\(room)"
    var names: Set<String> = []
    for file in Project.files(under: folder, ending: ".swift") {
      let text = try Project.text(file)
      for match in text.matches(
        of: /(?:^|\n)(?:@\w+ )?(?:public |internal |private )?import (?:\w+ )?(\w+)/)
      {
        names.insert(String(match.1))
      }
    }
    return names
  }
}
