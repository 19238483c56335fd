import Foundation
import ReportIntake
import Testing

/// Mail readers move, flag and delete messages while they are read.
@Suite struct RaceTests {
  private let message = mail(attachment(gzip(report("1")), "application/gzip", "r.gz"))

  @Test func aMovedMessageIsFoundAgain() throws {
    try TemporaryDirectory.with { directory in
      let path = try directory.maildir("box")
      for number in 1...4 { try directory.write(message, "box/new/\(number).mx") }
      let items = try Inbox(path: path).items()
      let manager = FileManager.default
      for (number, flags) in [(1, ""), (2, "S"), (3, "FRS")] {
        try manager.moveItem(
          atPath: "\(path)/new/\(number).mx", toPath: "\(path)/cur/\(number).mx:2,\(flags)")
      }
      try manager.removeItem(atPath: "\(path)/new/4.mx")
      let outcome = readAll(items)
      #expect(outcome.reports.count == 3)
      #expect(outcome.vanished == 1)
      #expect(outcome.refusals.isEmpty)
    }
  }

  /// What is renamed while a directory is read may be left out of it, and several changes within
  /// one tick of the clock leave one time on it.
  @Test(arguments: [1, 3]) func aListingIsMadeAgainUntilNothingMoves(rounds: Int) throws {
    try TemporaryDirectory.with { directory in
      let path = try directory.maildir("box")
      let names = (1000..<5000).map { "\($0).mx" }
      for name in names { try directory.write(Data("\n".utf8), "box/cur/\(name):2,") }
      let flags = ["", "D", "F", "P", "R", "S"]
      var (asked, moves) = (0, 0)
      let items = try Inbox(path: path).items { _ in
        asked += 1
        guard asked % 3000 == 2000, moves < rounds else { return false }
        for name in names {
          _ = rename(
            "\(path)/cur/\(name):2,\(flags[moves])", "\(path)/cur/\(name):2,\(flags[moves + 1])")
        }
        moves += 1
        return false
      }
      #expect(moves == rounds)
      #expect(items.map(\.identity) == names)
    }
  }

  @Test func everyMessageIsReadWhileAnotherThreadMovesThem() throws {
    try TemporaryDirectory.with { directory in
      let path = try directory.maildir("box")
      let names = (100..<500).map { "\($0).mx" }
      for name in names { try directory.write(message, "box/new/\(name)") }
      let mover = Thread {
        for flags in ["", "S", "FS"] {
          for name in names {
            let old = flags == "" ? "new/\(name)" : "cur/\(name):2,\(flags.dropLast())"
            _ = rename("\(path)/\(old)", "\(path)/cur/\(name):2,\(flags)")
          }
        }
      }
      mover.start()
      let items = try Inbox(path: path).items()
      #expect(items.map(\.identity) == names)
      #expect(readAll(items).reports.count == names.count)
      while !mover.isFinished { usleep(1000) }
    }
  }

  @Test func readersOnSeveralThreadsDoNotDisturbEachOther() throws {
    try TemporaryDirectory.with { directory in
      let path = try directory.maildir("box")
      for number in 100..<150 {
        let archive = zip(ZipMember("r.xml", report("\(number)")))
        try directory.write(
          mail(attachment(archive, "application/zip", "r.zip")), "box/new/\(number).mx")
      }
      let items = try Inbox(path: path).items()
      let outcomes = Collector()
      DispatchQueue.concurrentPerform(iterations: 8) { _ in outcomes.add(readAll(items)) }
      let expected = (100..<150).map { report("\($0)") }
      #expect(outcomes.all.map(\.reports) == Array(repeating: expected, count: 8))
    }
  }
}

/// What several threads found.
private final class Collector: @unchecked Sendable {
  private let lock = NSLock()
  private(set) var all: [Outcome] = []

  func add(_ outcome: Outcome) { lock.withLock { all.append(outcome) } }
}
