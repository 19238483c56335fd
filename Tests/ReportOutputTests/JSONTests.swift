import DMARC
import Foundation
import ReportOutput
import Testing

struct JSONTests {
  @Test func compactHasNoWhiteSpaceAndKeepsTheOrder() {
    let value = JSONValue.object([
      "z": .integer(1),
      "a": .array([.integer(1), .number(2.5), .bool(true), .null, .string("x")]),
      "empty": .object([]), "none": .array([]),
      "deep": .object(["k": .array([.object(["v": .integer(0)])])]),
    ])
    #expect(
      value.text()
        == #"{"z":1,"a":[1,2.5,true,null,"x"],"empty":{},"none":[],"deep":{"k":[{"v":0}]}}"#)
  }

  @Test func prettyIsIndentedWithPlainListsOnOneLine() {
    let value = JSONValue.object([
      "z": .integer(1), "a": .array([.integer(1), .string("x")]),
      "empty": .object([]), "none": .array([]),
      "deep": .object([
        "k": .array([.object(["v": .integer(0)]), .array([.array([.integer(1)])])])
      ]),
    ])
    #expect(
      value.text(pretty: true) == """
        {
          "z": 1,
          "a": [1, "x"],
          "empty": {},
          "none": [],
          "deep": {
            "k": [
              {
                "v": 0
              },
              [
                [1]
              ]
            ]
          }
        }
        """)
  }

  @Test(arguments: [
    ("a\"b\\c/", #""a\"b\\c/""#), ("\n\r\t\u{8}\0", #""\n\r\t\u0008\u0000""#),
    ("\u{7F}\u{9B}", #""\u007f\u009b""#), ("\u{2028}\u{2029}", #""\u2028\u2029""#),
    ("\u{202E}\u{FEFF}", #""\u202e\ufeff""#), ("\u{E0041}", #""\udb40\udc41""#),
    ("Grüße 日本 📬", "\"Grüße 日本 📬\""), ("", "\"\""),
  ])
  func stringsAreEscaped(text: String, json: String) throws {
    #expect(JSONValue.string(text).text() == json)
    let read = try JSONSerialization.jsonObject(
      with: Data(json.utf8), options: .fragmentsAllowed)
    #expect(read as? String == text)
  }

  @Test(arguments: [
    (0.0, "0"), (1, "1"), (-2, "-2"), (0.1, "0.1"), (0.000001, "0.000001"), (-0.5, "-0.5"),
    (1.0 / 3, "0.3333333333333333"), (1e300, "1e+300"), (.infinity, "null"), (.nan, "null"),
    (-.infinity, "null"), (123456.789, "123456.789"),
  ])
  func numbersAreShortAndFinite(number: Double, json: String) {
    #expect(JSONValue.number(number).text() == json)
  }

  @Test(arguments: [
    (0.0, "0"), (1, "1"), (0.97346789, "0.973468"), (0.99999999, "0.999999"),
    (0.00000001, "0.000001"), (0.5, "0.5"), (1.25, "1.25"), (.nan, "null"),
  ])
  func sharesHaveSixDigitsAndAreNeverRoundedToAllOrNothing(share: Double, json: String) {
    let table = TableData(columns: [.share("s", "S")], rows: [[.share(share)]])
    let document = OutputDocument(
      head: DocumentHead(schema: "s", version: 1), sections: [.table(table)])
    #expect(document.text(as: .ndjson) == "{\"s\":\(json)}\n")
  }
}
