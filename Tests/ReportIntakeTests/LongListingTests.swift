import Foundation
import Testing

@testable import ReportIntake

/// A listing of very many names is kept in a file, and says the same.
@Suite struct LongListingTests {
  private func names(_ listing: MaildirListing) -> [String] {
    texts((0..<listing.count).map { listing[$0] })
  }

  private func texts(_ names: [ListedName]) -> [String] {
    names.map { "\($0.subfolder.name)/" + String(decoding: $0.name, as: UTF8.self) }
  }

  @Test(arguments: [1, 15, 16, 17, 100])
  func aListingInAFileIsThatInMemory(count: Int) throws {
    try TemporaryDirectory.with { directory in
      let path = RawName(try directory.maildir("box").utf8)
      for number in 0..<count {
        // From a few bytes to as long as names can be.
        let base = "\(number)." + String(repeating: "m", count: number * 240 / 100)
        try directory.write(Data(), number % 3 == 0 ? "box/new/\(base)" : "box/cur/\(base):2,FS")
      }
      let folder = try #require(try MaildirFolder(path))
      let inMemory = try MaildirListing(folder, mostInMemory: count) { _ in false }
      let inFile = try MaildirListing(folder, mostInMemory: count - 1) { _ in false }
      #expect(names(inMemory).count == count)
      #expect(names(inFile) == names(inMemory))
      for index in 0..<count {
        #expect(inFile.firstIndex(ofBase: inMemory[index].base) == index)
      }
      #expect(inFile.firstIndex(ofBase: Array("5.other".utf8)[...]) == nil)
      for start in 0..<count {
        for end in start...min(count, start + 40) {
          #expect(texts(inFile.names(start..<end)) == texts(inMemory.names(start..<end)))
        }
      }
    }
  }

  @Test func threadsReadAListingAtOnce() throws {
    try TemporaryDirectory.with { directory in
      let path = RawName(try directory.maildir("box").utf8)
      for number in 100..<400 { try directory.write(Data(), "box/new/\(number).mx") }
      let folder = try #require(try MaildirFolder(path))
      let listing = try MaildirListing(folder, mostInMemory: 0) { _ in false }
      DispatchQueue.concurrentPerform(iterations: 8) { _ in
        for index in 0..<300 {
          #expect(String(decoding: listing[index].base, as: UTF8.self) == "\(index + 100).mx")
        }
      }
    }
  }
}
