import Foundation
import ReportIntake
import Testing

/// What is done with mails after their reports are stored.
@Suite struct AfterTests {
  private func withBox(
    _ names: String..., body: (TemporaryDirectory, ItemList) throws -> Void
  ) throws {
    try TemporaryDirectory.with { directory in
      let path = try directory.maildir("box")
      for name in names { try directory.write(Data("Subject: \(name)\n\n".utf8), "box/\(name)") }
      try body(directory, Inbox(path: path).items())
    }
  }

  @Test func seenMovesToCurAndSortsTheFlags() throws {
    try withBox("new/1.mx", "cur/2.mx:2,TF", "cur/3.mx:2,S", "cur/4.mx") {
      (directory, items) throws in
      for item in items { #expect(try item.perform(.seen) == .done) }
      #expect(try directory.names("box/new").isEmpty)
      #expect(try directory.names("box/cur") == ["1.mx:2,S", "2.mx:2,FST", "3.mx:2,S", "4.mx:2,S"])
    }
  }

  @Test func deleteDeletesOnlyThisMessage() throws {
    try withBox("new/1.mx", "cur/2.mx:2,S") { (directory, items) throws in
      #expect(try items[1].perform(.delete) == .done)
      #expect(try directory.names("box/new") == ["1.mx"])
      #expect(try directory.names("box/cur").isEmpty)
    }
  }

  @Test func archiveKeepsTheFlagsAndNeverOverwrites() throws {
    try withBox("new/1.mx", "cur/2.mx:2,FS") { (directory, items) throws in
      let archive = try ArchiveFolder(path: directory.maildir("old"))
      try directory.write(Data("another".utf8), "old/cur/2.mx:2,FS")
      for item in items { #expect(try item.perform(.archive(archive)) == .done) }
      #expect(try directory.names("box/new") + directory.names("box/cur") == [])
      #expect(try directory.names("old/cur") == ["1.mx:2,", "2.mx:2,FS", "2.mx_1:2,FS"])
      #expect(try contents("\(directory.path)/old/cur/2.mx:2,FS") == "another")
      #expect(try contents("\(directory.path)/old/cur/2.mx_1:2,FS") == "Subject: cur/2.mx:2,FS\n\n")
    }
  }

  /// The archive may be the Maildir that is imported, or one below the folder that is.
  @Test func whatIsInTheArchiveStaysThere() throws {
    try withBox("new/1.mx", "cur/2.mx:2,S") { (directory, items) throws in
      let path = "\(directory.path)/box"
      let archive = try ArchiveFolder(path: path)
      for item in items { #expect(try item.perform(.archive(archive)) == .done) }
      for item in try Inbox(path: path).items() {
        #expect(try item.perform(.archive(archive)) == .done)
      }
      #expect(try directory.names("box/new").isEmpty)
      #expect(try directory.names("box/cur") == ["1.mx:2,", "2.mx:2,S"])
    }
  }

  /// Whether /dev/shm is another file system than that of temporary files, as it mostly is.
  private static var hasOtherFileSystem: Bool {
    var (other, own) = (stat(), stat())
    return stat("/dev/shm", &other) == 0
      && stat(FileManager.default.temporaryDirectory.path, &own) == 0
      && other.st_dev != own.st_dev && access("/dev/shm", W_OK) == 0
  }

  @Test(.enabled(if: hasOtherFileSystem, "/dev/shm is no file system of its own"))
  func archiveCopiesToAnotherFileSystem() throws {
    try withBox("new/1.mx") { (directory, items) throws in
      let other = TemporaryDirectory(path: "/dev/shm/intake-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(atPath: other.path) }
      let archive = try ArchiveFolder(path: other.maildir("old"))
      #expect(try items[0].perform(.archive(archive)) == .done)
      #expect(try contents("\(other.path)/old/cur/1.mx:2,") == "Subject: new/1.mx\n\n")
      #expect(try other.names("old/tmp").isEmpty)
      #expect(try directory.names("box/new").isEmpty)
    }
  }

  /// Killed while it wrote the copy, before and after it gave it its name.
  @Test(
    .enabled(if: hasOtherFileSystem, "/dev/shm is no file system of its own"),
    arguments: [(["tmp"], "Subj"), (["tmp", "cur"], "Subject: new/1.mx\n\n")])
  func aCopyThatWasInterruptedIsFinished(places: [String], content: String) throws {
    try withBox("new/1.mx") { (directory, items) throws in
      let other = TemporaryDirectory(path: "/dev/shm/intake-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(atPath: other.path) }
      let archive = try ArchiveFolder(path: other.maildir("old"))
      for place in places { try other.write(Data(content.utf8), "old/\(place)/1.mx:2,") }
      #expect(try items[0].perform(.archive(archive)) == .done)
      #expect(try other.names("old/cur") == ["1.mx:2,"])
      #expect(try contents("\(other.path)/old/cur/1.mx:2,") == "Subject: new/1.mx\n\n")
      #expect(try other.names("old/tmp").isEmpty)
      #expect(try directory.names("box/new").isEmpty)
    }
  }

  @Test func theArchiveMustBeAMaildir() throws {
    try TemporaryDirectory.with { directory in
      #expect(throws: IntakeError.notAMaildir) { try ArchiveFolder(path: directory.path) }
      #expect(throws: IntakeError.notFound) { try ArchiveFolder(path: directory.path + "/no") }
    }
  }

  @Test func aMessageThatMovedIsFoundAndOneThatIsGoneIsNoError() throws {
    try withBox("new/1.mx", "new/2.mx", "new/3.mx") { (directory, items) throws in
      let box = "\(directory.path)/box"
      #expect(rename("\(box)/new/1.mx", "\(box)/cur/1.mx:2,R") == 0)
      #expect(rename("\(box)/new/2.mx", "\(box)/cur/2.mx:2,RT") == 0)
      #expect(unlink("\(box)/new/3.mx") == 0)
      #expect(try items[0].perform(.seen) == .done)
      #expect(try items[1].perform(.delete) == .done)
      #expect(try items[2].perform(.delete) == .vanished)
      #expect(try directory.names("box/cur") == ["1.mx:2,RS"])
    }
  }

  @Test func filesOfTheUserAreLeftAlone() throws {
    try TemporaryDirectory.with { directory in
      let path = try directory.write(Data(report("1").utf8), "r.xml")
      let item = try Inbox(path: path).items()[0]
      #expect(try item.perform(.delete) == .notApplicable)
      #expect(FileManager.default.fileExists(atPath: path))
    }
  }

  private func contents(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }
}
