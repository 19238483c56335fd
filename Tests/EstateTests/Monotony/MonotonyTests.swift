import Testing

/// More evidence never makes the verdict less careful, and a stranger gets a question at most.
struct MonotonyTests {
  private let moves = Moves.tried

  /// Some moves are known and few: a crowd that comes and goes at once is a wave, whoever it was, and
  /// many machines beside one's own are a cloud's.
  ///
  /// docs/readiness-rules.md says how many there are.
  private static let known = 0.025

  private func record(_ moves: [Moves.Move], isKnown: Bool = true) {
    let share = Double(moves.count) / Double(max(1, self.moves.all.count))
    guard !isKnown || share > Self.known else { return }
    for move in moves { Issue.record("\(move.name) \(move.text)") }
  }

  @Test func moreFailingMailOfItsOwnNeverMovesADomainTowardsReady() {
    if Moves.asked != nil { print(moves.table) }
    record(moves.all.filter { $0.isOwn && $0.isTowardsReady && !$0.isFixToAsk })
  }

  @Test func moreFailingMailOfItsOwnNeverTurnsAFixIntoAQuestion() {
    record(moves.all.filter { $0.isOwn && $0.isFixToAsk })
  }

  @Test func moreFailingMailOfStrangersIsNeverSomethingToFixOrToWaitFor() {
    record(moves.all.filter(\.isTooFar), isKnown: false)
  }

  @Test func moreFailingMailOfStrangersIsOneQuestionMoreAtTheMost() {
    record(moves.all.filter(\.asksTooMuch))
  }

  @Test func moreFailingMailOfStrangersNeverHidesWhatIsWrong() {
    record(moves.all.filter { !$0.isOwn && $0.isTowardsReady })
  }

  @Test func aPairIsTheSameEstateWithMore() {
    let judge = Judge()
    for number in 0..<40 {
      let pair = Pair(number: UInt64(number), judge.domains)
      guard let pair else { continue }
      let (less, more) = (pair.less.batches, pair.more.batches)
      #expect(less.count < more.count)
      #expect(zip(less, more).allSatisfy { $0.day == $1.day && $0.address == $1.address })
      #expect(zip(less, more).allSatisfy { $0.messages == $1.messages && $0.look == $1.look })
      #expect(more.dropFirst(less.count).allSatisfy { $0.stream == pair.stream })
    }
  }
}
