import ReportOutput
import Testing

struct HumanTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (12345, "12,345"), (-1_234_567, "-1,234,567"),
    (Int64.min, "-9,223,372,036,854,775,808"),
  ])
  func countsAreGrouped(number: Int64, text: String) {
    #expect(Human.count(number) == text)
  }

  @Test(arguments: [
    (0.0, "0.0 %"), (1, "100.0 %"), (0.973, "97.3 %"), (0.9997, "99.9 %"), (0.9999999, "99.9 %"),
    (0.00001, "<0.1 %"), (0.0009999, "<0.1 %"), (0.001, "0.1 %"), (1.00001, "100.1 %"),
    (-0.25, "-25.0 %"), (-0.00001, ">-0.1 %"), (.nan, "?"), (.infinity, "?"), (1e300, "?"),
  ])
  func sharesNeverRoundToAllOrNothing(share: Double, text: String) {
    #expect(Human.share(share) == text)
  }

  @Test func countedThingsAgreeWithTheirNumber() {
    #expect(Human.counted(1, "report") == "1 report")
    #expect(Human.counted(0, "report") == "0 reports")
    #expect(Human.counted(12345, "policy", "policies") == "12,345 policies")
  }

  @Test(arguments: [
    (0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (12_345_678, "12.3 MB"), (999_960, "1.0 MB"),
    (999_940, "999.9 kB"), (Int64.max, "9.2 EB"), (-1500, "-1.5 kB"),
  ])
  func sizesHaveAUnit(bytes: Int64, text: String) {
    #expect(Human.bytes(bytes) == text)
  }

  @Test(arguments: [
    (Duration.zero, "0 ms"), (.milliseconds(3), "3 ms"), (.milliseconds(420), "0.42 s"),
    (.milliseconds(12_345), "12.3 s"), (.milliseconds(59_960), "1 min 0 s"),
    (.seconds(125), "2 min 5 s"), (.seconds(12_300), "3 h 25 min"), (.seconds(-1), "0 ms"),
  ])
  func durationsHaveAUnit(duration: Duration, text: String) {
    #expect(Human.duration(duration) == text)
  }

  @Test func textIsBrokenAtSpaces() {
    #expect(
      Human.wrap("the quick brown fox\njumps over incomprehensibilities now", width: 10)
        == ["the quick", "brown fox", "jumps over", "incomprehensibilities", "now"])
    #expect(Human.wrap("日本 日本 x", width: 5) == ["日本", "日本", "x"])
    #expect(Human.wrap("a  b", width: nil) == ["a  b"])
    #expect(Human.wrap("", width: 5) == [""])
    #expect(Human.wrap("a b", width: -3) == ["a", "b"])
  }
}
