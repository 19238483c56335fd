import Glibc
import Testing

@testable import ReportIntake

@Suite struct OpenFileTests {
  /// What an input holds is unknown then; it is no input that can never be read.
  @Test func aSystemThatDoesNotAnswerSaysNothingOfTheFile() {
    #expect(throws: IntakeError.notReadable(errno: EBADF)) { _ = try OpenFile(owning: -1) }
  }

  @Test func whatIsNoRegularFileIsNamedSo() throws {
    let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
    #expect(throws: IntakeError.notRegular) { _ = try OpenFile(owning: descriptor) }
  }
}
