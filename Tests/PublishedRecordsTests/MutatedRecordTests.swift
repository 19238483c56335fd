import PublishedRecords
import TestSupport
import Testing

/// Records that strangers bend: whatever they hold, they are judged and nothing ends.
@Suite struct MutatedRecordTests {
  private static let seeds = [
    "v=spf1 a:%{d1r-}.example.com/24//64 mx include:_spf.example.com ip4:192.0.2.0/24 exp=e.%{c} -all",
    "v=DMARC1; p=reject; sp=none; rua=mailto:a@example.com!10m, mailto:b@example.com; fo=1:d; t=y",
    "v=DKIM1; k=rsa; t=y:s; h=sha256; p=\(SampleKeys.rsa(bits: 1024))",
    "0 .", "v=STSv1; id=2026", "v=TLSRPTv1; rua=https://example.com/", "3 1 1 abcdef",
  ]

  @Test func noTextEndsTheReader() {
    var dice = Dice(seed: 29)
    var judged = 0
    for round in 0..<4000 {
      var bytes = Array(Self.seeds[round % Self.seeds.count].utf8)
      for _ in 0...Int.random(in: 0..<6, using: &dice) { Self.bend(&bytes, &dice) }
      let text = String(decoding: bytes, as: UTF8.self)
      for kind in RecordKind.allCases {
        judged += RecordLint.judge([text], as: kind).findings.count >= 0 ? 1 : 0
      }
      _ = RecordKind(guessing: text)
    }
    #expect(judged == 4000 * RecordKind.allCases.count)
  }

  @Test func aRecordOfAMegabyteIsJudgedInTime() {
    let long = "v=spf1 " + String(repeating: "a:%{i}.example.com ", count: 60_000)
    #expect(RecordLint.judge([long], as: .spf).findings.count < 5000)
    let tags = "v=DMARC1; " + String(repeating: "rua=mailto:;", count: 90_000)
    #expect(RecordLint.judge([tags], as: .dmarc).findings.count < 5000)
  }

  private static func bend(_ bytes: inout [UInt8], _ dice: inout Dice) {
    let place = Int.random(in: 0...bytes.count, using: &dice)
    switch Int.random(in: 0..<4, using: &dice) {
    case 0: bytes.insert(UInt8.random(in: 0...255, using: &dice), at: place)
    case 1: bytes.insert(contentsOf: ";=:/%{}. ,".utf8.shuffled(using: &dice).prefix(3), at: place)
    case 2 where place < bytes.count: bytes.remove(at: place)
    default: bytes.append(contentsOf: bytes.prefix(place))
    }
  }
}
