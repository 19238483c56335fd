import Foundation
import TestSupport
import Testing

/// The same reports in a folder, a Maildir, an mbox and folders within folders.
struct ContainerTests {
  /// The generator's, and those from the field where they are at hand.
  enum Collection: String, CaseIterable {
    case generated
    case corpus

    static var here: [Collection] { allCases.filter { $0 != .corpus || Corpus.here != nil } }

    /// The folder they lie in, and the files in it.
    func contents() throws -> (folder: String, files: [ReportFiles.File]) {
      switch self {
      case .generated:
        let folder = try ImportedMailbox.generated.get().archives
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        return (folder, names.map { ReportFiles.File(path: $0, isMail: false) })
      case .corpus:
        let corpus = try #require(Corpus.here)
        return (corpus.folder, try corpus.files().map(ReportFiles.File.init))
      }
    }
  }

  @Test(arguments: Collection.here)
  func noContainerAndNoRepetitionMovesTheTotals(of collection: Collection) throws {
    let (source, files) = try collection.contents()
    try TemporaryFolder.with { folder in
      let database = folder.path("db")
      let containers = try ReportFiles(files, of: source, in: folder)
      try Program.dmarcReport.importing(source, into: database)
      let dump = try StoreDump.rows(SQLiteReader(database))
      for path in [source] + containers.all {
        let outcome = try Program.dmarcReport.importing(path, into: database)
        #expect(outcome.diagnostics.contains("reports: 0 new, "))
        #expect(try StoreDump.rows(SQLiteReader(database)) == dump)
      }
    }
  }

  @Test(arguments: Collection.here)
  func everyContainerGivesTheSameStore(of collection: Collection) throws {
    let (source, files) = try collection.contents()
    try TemporaryFolder.with { folder in
      let containers = try ReportFiles(files, of: source, in: folder)
      let dumps = try ([source] + containers.all).enumerated().map { number, path in
        let database = folder.path("\(number).sqlite")
        try Program.dmarcReport.importing(path, into: database)
        return try StoreDump.rows(SQLiteReader(database))
      }
      #expect(!dumps[0].isEmpty)
      #expect(dumps.dropFirst().allSatisfy { $0 == dumps[0] })
    }
  }
}

extension Program {
  @discardableResult
  fileprivate func importing(_ path: String, into database: String) throws -> Outcome {
    let outcome = try run(["import", "--database", database, "--retry", path], timeout: 60)
    guard [0, 2].contains(outcome.status) else { throw ImportFailed(outcome: outcome) }
    return outcome
  }
}

/// An import ended with another status than it should.
struct ImportFailed: Error {
  let outcome: Outcome
}

/// Files of reports as a Maildir, an mbox, and a directory of folders, in the order of their names.
struct ReportFiles {
  /// A file below a folder.
  struct File {
    let path: String
    let isMail: Bool
  }

  let maildir: String
  let mbox: String
  let directory: String

  var all: [String] { [maildir, mbox, directory] }

  init(_ files: [File], of source: String, in folder: TemporaryFolder) throws {
    for part in ["cur", "new", "tmp"] { try folder.folder("maildir/\(part)") }
    let sorted = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var mails: [Data] = []
    for (number, file) in sorted.enumerated() {
      let data = try Data(contentsOf: URL(fileURLWithPath: source + "/" + file.path))
      let name = String(file.path.split(separator: "/").last ?? "")
      let mail = file.isMail ? data : Mail.wrapping(data, name: name)
      mails.append(mail)
      let place = number.isMultiple(of: 2) ? "new" : "cur"
      let flags = number.isMultiple(of: 2) ? "" : ":2,S"
      try folder.write(mail, to: "maildir/\(place)/\(1_790_000_000 + number).M1P1.mx\(flags)")
      let folderName = String(format: "directory/%02d/%03d", number / 20, number)
      try folder.write(data, to: "\(folderName) \(name)")
    }
    maildir = folder.path("maildir")
    mbox = try folder.write(Mail.mbox(mails), to: "all.mbox")
    directory = folder.path("directory")
  }
}

extension ReportFiles.File {
  fileprivate init(_ file: Corpus.File) {
    self.init(
      path: file.path,
      isMail: ["eml", "ruf"].contains(file.kind) || file.path.hasSuffix(".eml"))
  }
}
