import Foundation
import ReportIntake
import Testing

/// The folders of a mailbox that are not read with it.
@Suite struct SubfolderTests {
  private func names(_ inbox: Inbox, below path: String) -> [String] {
    inbox.subfolders().map { String($0.path.dropFirst(path.count + 1)) }
  }

  @Test func theSubfoldersOfAMaildirAreFoundInEitherLayout() throws {
    try TemporaryDirectory.with { directory in
      let box = try directory.maildir("M")
      for name in [".dmarc", ".Archive.2026", "fs", "fs/deeper", ".dmarc/inner"] {
        _ = try directory.maildir("M/\(name)")
      }
      try directory.write(Data(), "M/.notes/x")
      #expect(
        names(try Inbox(path: box), below: box)
          == [".Archive.2026", ".dmarc", ".dmarc/inner", "fs", "fs/deeper"])
    }
  }

  @Test func ofAFolderOnlyWhatItsReadingPassesOverIsFound() throws {
    try TemporaryDirectory.with { directory in
      for name in ["users/a", "users/a/.Junk", "users/.hidden", "users/.git/x"] {
        _ = try directory.maildir(name)
      }
      let users = "\(directory.path)/users"
      #expect(names(try Inbox(path: users), below: users) == [".hidden", "a/.Junk"])
    }
  }

  @Test func whereMailsAreArchivedIsNotReadAgain() throws {
    try TemporaryDirectory.with { directory in
      let box = try directory.maildir("M")
      let archive = try ArchiveFolder(path: directory.maildir("M/.done"))
      _ = try directory.maildir("M/.more")
      let found = try Inbox(path: box).subfolders(without: archive).map(\.path)
      #expect(found == ["\(box)/.more"])
    }
  }

  @Test func aSubfolderIsReadAsAMaildir() throws {
    try TemporaryDirectory.with { directory in
      let box = try directory.maildir("M")
      _ = try directory.maildir("M/.dmarc")
      try directory.write(plainMail(report("1")), "M/.dmarc/new/1.mx")
      let items = try Inbox(path: box).subfolders().flatMap { try Array($0.items()) }
      #expect(items.map(\.identity) == ["1.mx"])
      #expect(readAll(items).reports == [report("1")])
    }
  }
}
