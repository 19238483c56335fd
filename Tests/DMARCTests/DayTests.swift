import DMARC
import Testing

struct DayTests {
  @Test(arguments: [
    (0, "1970-01-01"), (19783, "2024-03-01"), (-1, "1969-12-31"), (20780, "2026-11-23"),
  ])
  func daysReadAndWriteAsISODates(number: Int, text: String) {
    #expect(Day(number: number).text == text)
    #expect(Day(text)?.number == number)
  }

  @Test(arguments: ["2026-02-30", "26-01-01", "2026-1-1", "2026-13-01", "", "yesterday"])
  func textThatIsNoDayIsRefused(text: String) {
    #expect(Day(text) == nil)
  }
}
