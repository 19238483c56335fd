import Foundation
import Glibc
import ReportOutput
import Testing

/// A folder that is gone after the test.
private final class Folder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "report-output-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  func put(_ text: String, _ name: String) throws {
    try text.write(toFile: file(name), atomically: false, encoding: .utf8)
  }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: file(name), encoding: .utf8)
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: file(name))[.posixPermissions] as? Int
  }
}

struct FileOutputTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  @Test func theFileAppearsWholeAtCommit() throws {
    let file = try FileOutput(path: folder.file("out.csv"))
    try file.output.write("a\r\n")
    try file.output.flush()
    #expect(try !folder.names.contains("out.csv"))
    try file.commit()
    #expect(try folder.names == ["out.csv"])
    #expect(try folder.text("out.csv") == "a\r\n")
    #expect(try folder.mode("out.csv").map { $0 & 0o133 } == 0)
  }

  @Test func theOldFileStaysUntilCommitAndKeepsItsMode() throws {
    try folder.put("old", "out.csv")
    chmod(folder.file("out.csv"), 0o600)
    let file = try FileOutput(path: folder.file("out.csv"))
    try file.output.write("new")
    try file.output.flush()
    #expect(try folder.text("out.csv") == "old")
    try file.commit()
    #expect(try folder.text("out.csv") == "new")
    #expect(try folder.mode("out.csv") == 0o600)
  }

  @Test func whatIsNotCommittedLeavesNothingBehind() throws {
    try folder.put("old", "out.csv")
    do {
      let file = try FileOutput(path: folder.file("out.csv"))
      try file.output.write("new")
    }
    #expect(try folder.names == ["out.csv"])
    #expect(try folder.text("out.csv") == "old")
  }

  @Test func nothingIsWrittenAfterTheEnd() throws {
    let file = try FileOutput(path: folder.file("out.csv"))
    try file.commit()
    #expect(throws: OutputError.cannotWrite(path: folder.file("out.csv"), code: EBADF)) {
      try file.output.write("late")
      try file.output.flush()
    }
    #expect(try folder.text("out.csv") == "")
  }

  @Test func aLinkStaysAndItsTargetIsReplaced() throws {
    try folder.put("old", "target")
    symlink("target", folder.file("link"))
    let file = try FileOutput(path: folder.file("link"))
    try file.output.write("new")
    try file.commit()
    #expect(try folder.text("target") == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("link")) == "target")
  }

  @Test func badPathsFailAtOnce() throws {
    symlink("nowhere", folder.file("dangling"))
    let missing = folder.file("no/out.csv")
    #expect(throws: OutputError.notAFile(path: folder.path, kind: .directory)) {
      try FileOutput(path: folder.path)
    }
    #expect(throws: OutputError.notAFile(path: folder.file("new/"), kind: .directory)) {
      try FileOutput(path: folder.file("new/"))
    }
    #expect(throws: OutputError.notAFile(path: folder.file("dangling"), kind: .brokenLink)) {
      try FileOutput(path: folder.file("dangling"))
    }
    #expect(throws: OutputError.cannotCreate(path: missing, code: ENOENT)) {
      try FileOutput(path: missing)
    }
    #expect(throws: OutputError.cannotCreate(path: "", code: ENOENT)) { try FileOutput(path: "") }
    // A number that no descriptor has, however many other tests have open.
    #expect(throws: OutputError.cannotCreate(path: "/dev/fd/2147483647", code: EBADF)) {
      try FileOutput(path: "/dev/fd/2147483647")
    }
    #expect(try folder.names == ["dangling"])
  }

  @Test func devicesAndPipesAreWrittenThrough() throws {
    let device = try FileOutput(path: "/dev/null")
    try device.output.write("x")
    try device.commit()
    #expect(mkfifo(folder.file("fifo"), 0o600) == 0)
    let reader = open(folder.file("fifo"), O_RDONLY | O_NONBLOCK)
    let file = try FileOutput(path: folder.file("fifo"))
    try file.output.write("through")
    try file.commit()
    var bytes = [UInt8](repeating: 0, count: 20)
    let count = read(reader, &bytes, bytes.count)
    close(reader)
    #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "through")
    #expect(try folder.names == ["fifo"])
  }

  @Test func aNameOfADescriptorIsThatDescriptor() throws {
    try folder.put("kept ", "log")
    let descriptor = open(folder.file("log"), O_WRONLY | O_APPEND)
    let file = try FileOutput(path: "/dev/fd/\(descriptor)")
    try file.output.write("added")
    try file.commit()
    close(descriptor)
    #expect(try folder.text("log") == "kept added")
  }

  @Test func aLongNameStillHasANeighbour() throws {
    let name = String(repeating: "ü", count: 127)
    let file = try FileOutput(path: folder.file(name))
    try file.commit()
    #expect(try folder.names == [name])
  }
}
