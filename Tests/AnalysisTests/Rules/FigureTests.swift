import DMARC
import Facts
import Testing

@testable import Analysis

/// The figures that rules and gates are made of.
@Suite struct FigureTests {
  private let first = Day(year: 2026, month: 9, day: 1)
  private let thresholds = BehaviourThresholds()

  private func pattern(_ days: [Int], network: (Int) -> Int = { _ in 0 }) -> Pattern {
    Pattern(
      days.map { day in
        Trace(
          day: first.advanced(by: day), network: network(day), reporter: 1, isEstablished: true,
          messages: 5)
      })
  }

  @Test func comingBackTakesFourDaysOverEight() {
    #expect(thresholds.comesBack(pattern([0, 2, 4, 7])))
    #expect(!thresholds.comesBack(pattern([0, 2, 4, 6])))
    #expect(!thresholds.comesBack(pattern([0, 4, 8])))
  }

  @Test func goingOnIsNotUndoneByAnEarlierDay() {
    let newest = first.advanced(by: 29)
    #expect(thresholds.goesOn(pattern([27, 28, 29]), newest: newest))
    #expect(thresholds.goesOn(pattern([2, 27, 28, 29]), newest: newest))
    #expect(!thresholds.goesOn(pattern([10, 11, 12]), newest: newest))
    #expect(!thresholds.goesOn(pattern([20, 25, 29]), newest: newest))
  }

  @Test func manyNetworksThatDoNotComeBackAreScattered() {
    #expect(thresholds.isScattered(pattern(Array(0..<13)) { $0 }))
    #expect(!thresholds.isScattered(pattern(Array(0..<12)) { $0 }))
    #expect(!thresholds.isScattered(pattern(Array(0..<26)) { $0 % 13 }))
  }

  @Test func aWeekThatRestsIsToldFromAFlatOne() {
    let days = (0..<28).map { first.advanced(by: $0) }
    let flat = Week(days.map { (day: $0, messages: 5) })
    let resting = Week(days.filter { !Week.isWeekend($0) }.map { (day: $0, messages: 5) })
    #expect(flat.part == 1)
    #expect(abs(flat.restsBy) < 0.1)
    #expect(resting.part == 0)
    #expect(resting.restsBy > 6)
  }

  @Test func platformsHaveCustomersAndServicesHaveNot() {
    #expect(SharedPlatforms.customer(of: "mail.acme.onmicrosoft.com") == "acme.onmicrosoft.com")
    #expect(
      SharedPlatforms.customer(of: "acme-example.20230601.gappssmtp.com")
        == "acme-example.20230601.gappssmtp.com")
    #expect(SharedPlatforms.customer(of: "onmicrosoft.com") == nil)
    #expect(SharedPlatforms.customer(of: "sendgrid.net") == nil)
    #expect(SharedPlatforms.isNamedAfter("acme.example", customer: "acme-example.onmicrosoft.com"))
    #expect(!SharedPlatforms.isNamedAfter("acme.example", customer: "other.onmicrosoft.com"))
  }

  @Test func theEarliestDayOfCoverageIsWhereTheGapHasLeftTheWindow() {
    let window = first...first.advanced(by: 29)
    let reported = Set(window.filter { !(5...10).contains($0.number - first.number) })
    let coverage = Coverage(window: window, reported: reported, mailed: reported)
    #expect(coverage.longestGap == 6)
    #expect(coverage.earliest(share: 0.85, longestGap: 3) == window.upperBound.advanced(by: 8))
  }

  @Test func aLongWindowIsNoLongWait() {
    let window = first...first.advanced(by: 36_499)
    let coverage = Coverage(window: window, reported: [first], mailed: [first])
    #expect(coverage.earliest(share: 0.85, longestGap: 3) != nil)
  }

  @Test func theCourseOfASenderTurns() {
    func days(_ range: Range<Int>) -> [Day: MessageCount] {
      Dictionary(uniqueKeysWithValues: range.map { (first.advanced(by: $0), 5) })
    }
    var course = TurningPoints.Course(failing: days(0..<10), passing: days(10..<20))
    #expect(course.turn(floor: 10) == .repaired(since: first.advanced(by: 10)))
    course = TurningPoints.Course(failing: days(10..<20), passing: days(0..<10))
    #expect(
      course.turn(floor: 10)
        == .broken(until: first.advanced(by: 9), since: first.advanced(by: 10)))
    course = TurningPoints.Course(failing: days(0..<20), passing: days(0..<20))
    #expect(course.turn(floor: 10) == nil)
  }

  @Test func networksThatComeAlikeAreACrowd() {
    func presence(_ network: Int, _ from: Int, _ to: Int, _ messages: MessageCount)
      -> Crowds.Presence
    {
      Crowds.Presence(
        network: network, claim: .envelope, first: first.advanced(by: from),
        last: first.advanced(by: to), messages: messages)
    }
    let crowds = Crowds([
      presence(1, 0, 29, 60), presence(2, 1, 28, 90), presence(3, 12, 29, 60),
      presence(4, 0, 29, 5_000),
    ])
    #expect([1, 2, 3, 4].map { crowds.contains($0, of: .envelope) } == [true, true, false, false])
  }
}
