import DMARC
import Testing

struct MessageCountTests {
  private let vast = MessageCount(.max)

  @Test func aSumThatIsTooLargeIsWrittenAsTheLargestNumber() {
    #expect((vast + 1).number == .max)
    #expect("\(vast + vast)" == "9223372036854775807")
    #expect([vast, 1, 2].total().number == .max)
    #expect((vast * .max * .max).number == .max)
  }

  @Test func nothingIsLostOfASumThatIsTooLarge() {
    #expect(vast + 5 - vast == 5)
    #expect(vast + 2 > vast + 1)
    #expect((vast + vast) / 2 == vast)
    #expect(vast.share(of: vast * 4) == 0.25)
  }

  @Test func aPartOfNothingIsNoShare() {
    #expect(MessageCount(0).share(of: 0) == nil)
    #expect(MessageCount(1).share(of: 4) == 0.25)
  }
}
