import Testing

@testable import ReportParsing

/// JSON of strangers: read as RFC 8259 has it, within limits, and refused where it is damaged.
@Suite struct JSONReaderTests {
  /// What is read of a text by taking everything in it.
  private func read(_ text: String, limits: ParsingLimits = .init()) throws -> [String?] {
    try Array(text.utf8).withUnsafeBufferPointer { bytes in
      let json = JSONReader(bytes, limits: limits)
      var values: [String?] = []
      func take() throws {
        switch try json.kind() {
        case .object:
          try json.object { name in
            values.append(name + ":")
            try take()
          }
        case .array: try json.array(take)
        default: values.append(try json.text())
        }
      }
      try take()
      guard json.isAtEnd() else { throw ReportRefusal.notXML }
      return values
    }
  }

  @Test(arguments: [
    (#"{"a":1,"b":[true,null,"x"],"c":{}}"#, ["a:", "1", "b:", "true", nil, "x", "c:"]),
    ("\u{feff} [ -0.5e+10 , 0 , 10 ] \r\n\t", ["-0.5e+10", "0", "10"]),
    (#"["\"\\\/\b\f\n\r\t"]"#, ["\"\\/\u{8}\u{c}\n\r\t"]),
    (#"["\u00fc\u20AC\ud83d\ude00"]"#, ["ü€😀"]),
    (#"["\ud83d","\ude00","\ud83d\u0041"]"#, ["\u{fffd}", "\u{fffd}", "\u{fffd}A"]),
    ("[]", []), ("\"\"", [""]), ("7", ["7"]),
  ])
  func whatIsJSONIsRead(text: String, values: [String?]) throws {
    #expect(try read(text) == values)
  }

  @Test(arguments: [
    "[1 2]", "[1,]", "{\"a\" 1}", "{a:1}", "{\"a\":1,}", "[01]", "[1.]", "[.5]", "[+1]", "[1e]",
    "[NaN]", "[True]", "[nul]", "[\"\\x\"]", "[\"\\u12g4\"]", "[\"\\u+123\"]", "['a']", "[1}",
  ])
  func whatIsDamagedIsRefused(text: String) {
    #expect {
      try read(text)
    } throws: { error in
      guard case .damagedJSON(1, _)? = error as? ReportRefusal else { return false }
      return true
    }
  }

  @Test(arguments: [
    "", "[", "[1", "[1,", "{", "{\"a", "{\"a\"", "{\"a\":", "\"a\\", "\"\\u12", "-",
  ])
  func whatEndsTooSoonIsCutOff(text: String) {
    #expect(throws: ReportRefusal.truncated) { try read(text) }
  }

  @Test func damageIsToldWithItsLine() {
    #expect(throws: ReportRefusal.damagedJSON(line: 3, message: "no value")) {
      try read("[1,\n2,\n!]")
    }
  }

  @Test func depthIsLimited() throws {
    let limit = ParsingLimits().depth
    #expect(try read(nested(limit)) == [])
    for text in [nested(limit + 1), String(repeating: "[", count: 1_000_000)] {
      #expect(throws: ParsingLimit.depth.refusal(limit)) { try read(text) }
    }
    let objects = String(repeating: #"{"a":"#, count: limit + 1)
    #expect(throws: ParsingLimit.depth.refusal(limit)) { try read(objects) }
  }

  private func nested(_ depth: Int) -> String {
    String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
  }

  @Test func textsAreLimited() throws {
    var limits = ParsingLimits()
    limits.textBytes = 8
    #expect(try read("[\"12345678\",12345678]", limits: limits) == ["12345678", "12345678"])
    for text in [
      "[\"123456789\"]", "[123456789]", "{\"123456789\":1}", "[\"\\u20ac\\u20ac\\u20ac\"]",
    ] {
      #expect(throws: ParsingLimit.textBytes.refusal(8)) { try read(text, limits: limits) }
    }
  }
}
