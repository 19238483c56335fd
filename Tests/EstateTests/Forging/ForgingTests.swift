import Testing

/// One report made up, and twenty of one made-up reporter on five days.
struct ForgingTests {
  private func record(_ forgeries: [Forgery]) {
    for forgery in forgeries { Issue.record("\(forgery.text)") }
  }

  @Test func nothingMadeUpUnlocksAnything() {
    if Forgery.asked != nil { print(Forgery.table) }
    record(Forgery.tried.filter(\.unlocks))
  }

  @Test func nothingMadeUpIsMoreThanAQuestion() {
    record(Forgery.tried.filter(\.stalls))
  }

  @Test func eachKindIsTriedOnHealthyEstatesAndOnOthers() {
    for kind in MadeUp.allCases {
      let mine = Forgery.tried.filter { $0.kind == kind }
      #expect(Set(mine.map(\.reports)) == [1, 20])
      #expect(mine.contains { $0.before.rank == .good })
      #expect(mine.contains { $0.before.rank != .good })
    }
  }
}
