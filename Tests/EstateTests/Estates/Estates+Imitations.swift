import Analysis
import DMARC

extension Estates {
  /// Strangers that do exactly what a forgotten sender of ours would do.
  enum Imitation: String, CaseIterable {
    case oneMachineAllMonth = "a stranger's one machine all month, our envelope"
    case serviceAllMonth = "a stranger's domain all month, from one network"
    case smallRun = "forty mails of a stranger's domain on one day, signed"
  }

  static func estate(_ imitation: Imitation, seed: UInt64) -> Estate {
    var (estate, dice) = healthy(imitation.rawValue, seed: seed)
    let stream = estate.addStream(imitation.rawValue, .spoofed)
    let host = [dice.address()]
    let from = estate.domain
    switch imitation {
    case .oneMachineAllMonth:
      estate.sendDaily(
        stream, from: host, Looks.unsigned(from, spf: .softfail), daily: 9, &dice, weekend: 1)
    case .serviceAllMonth:
      estate.sendDaily(
        stream, from: host, Looks.foreign(from, "evil.example"), daily: 20, &dice, weekend: 1)
    case .smallRun:
      estate.send(
        stream, day: dice.int(3...26), from: host, Looks.foreign(from, "evil.example"), 40, &dice)
    }
    estate.group = .stranger
    estate.allowed = [.ready, .ask]
    return estate
  }
}
