import Foundation
import Glibc
import ReportOutput
import Testing

struct OutputTests {
  @Test func whatIsLargerThanTheBufferArrivesWhole() throws {
    let output = Output.memory()
    let text = (0..<50_000).map { "line \($0) ü\n" }.joined()
    try output.write("first ")
    try output.write(text)
    for _ in 0..<70_000 { try output.write("x") }
    #expect(output.text == "first " + text + String(repeating: "x", count: 70_000))
  }

  @Test func aReaderThatGoesAwayIsAClosedPipe() {
    ClosedPipes.becomeErrors()
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    let output = Output(descriptor: ends[1], name: "pipe")
    #expect(throws: OutputError.closedPipe) {
      try output.write("x")
      try output.flush()
    }
    #expect(throws: OutputError.closedPipe) { try output.write("more") }
    close(ends[1])
  }

  @Test func aFullDiskIsAnErrorWithItsNumber() throws {
    let file = try FileOutput(path: "/dev/full")
    try file.output.write("x")
    #expect(throws: OutputError.cannotWrite(path: "/dev/full", code: ENOSPC)) {
      try file.commit()
    }
  }

  @Test func aPipeInNonBlockingModeGetsEverything() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let (reader, writer) = (ends[0], ends[1])
    #expect(fcntl(writer, F_SETFL, O_NONBLOCK) == 0)
    let text = String(repeating: "0123456789", count: 50_000)
    let thread = Thread {
      let output = Output(descriptor: writer, name: "pipe")
      try? output.write(text)
      try? output.flush()
      close(writer)
    }
    thread.start()
    let read = FileHandle(fileDescriptor: reader, closeOnDealloc: true).readDataToEndOfFile()
    #expect(String(decoding: read, as: UTF8.self) == text)
  }
}
