import TestSupport
import Testing

@testable import ReportIntake

/// Plain mails are read without GMime's parser, and must be read as it reads them.
@Suite struct PlainMailTests {
  private let parser = MimeParser(limit: 100)

  private func read(_ mail: [UInt8]) -> (plain: MimePart?, byGMime: MimePart?) {
    mail.withUnsafeBytes { (PlainMail.parse(ByteView($0)), parser.parseAny(.memory($0))?.top) }
  }

  @Test(arguments: PlainMails.all) func plainMailsAreReadAsGMimeReadsThem(mail: String) {
    let (plain, byGMime) = read(Array(mail.utf8))
    #expect(plain != nil)
    #expect(plain == byGMime)
  }

  @Test func whatIsStillReadSoAfterChangesIsReadAsGMimeReadsIt() {
    var dice = Dice(seed: 1)
    var plainMails = 0
    for mail in (0..<1000).flatMap({ _ in PlainMails.all }) {
      var lines = mail.utf8.split(separator: 10, omittingEmptySubsequences: false).map { Array($0) }
      for _ in 0..<Int.random(in: 1...4, using: &dice) { change(&lines, &dice) }
      let changed = Array(lines.joined(separator: [10]))
      let (plain, byGMime) = read(changed)
      guard let plain else { continue }
      plainMails += 1
      #expect(plain == byGMime, "\(String(decoding: changed, as: UTF8.self).debugDescription)")
    }
    #expect(plainMails > 1000)
  }

  private func change(_ lines: inout [[UInt8]], _ dice: inout Dice) {
    guard let line = lines.indices.randomElement(using: &dice),
      let other = lines.randomElement(using: &dice),
      let odd = PlainMails.lines.randomElement(using: &dice),
      let byte = PlainMails.bytes.randomElement(using: &dice)
    else { return }
    switch Int.random(in: 0..<8, using: &dice) {
    case 0: lines.remove(at: line)
    case 1: lines.removeSubrange(max(line, 1)...)
    case 2: lines.insert(other, at: line)
    case 3: lines[line] = other
    case 4, 5: lines.insert(Array(odd.utf8), at: line)
    case 6: lines[line] = Array(odd.utf8)
    default:
      let column = Int.random(in: 0...lines[line].count, using: &dice)
      let isReplaced = column < lines[line].count && Bool.random(using: &dice)
      lines[line].replaceSubrange(column..<column + (isReplaced ? 1 : 0), with: [byte])
    }
  }
}
