import ReportIntake
import Testing

/// Authentication-Results (RFC 8601 2.2) as servers write it, and as strangers would like it.
@Suite struct AuthenticationResultsTests {
  @Test func aFieldIsReadWithAllItHas() throws {
    let results = try #require(
      AuthenticationResults(
        """
        mx.example.com 1; dmarc=pass (p=REJECT; sp=none (dis=none)) header.from=Sender.example;
         dkim=pass (2048-bit key) reason="good \\"signature\\"" header.d=sender.example header.s=a;
         spf=softfail smtp.mailfrom=bounce@sender.example; iprev/1=pass policy . iprev = 192.0.2.1;
        """))
    #expect(results.server == "mx.example.com")
    #expect(
      results.methods.map { [$0.name, $0.result] } == [
        ["dmarc", "pass"], ["dkim", "pass"], ["spf", "softfail"], ["iprev", "pass"],
      ])
    #expect(
      results.methods.map(\.properties) == [
        ["header.from": "Sender.example"],
        ["reason": "good \"signature\"", "header.d": "sender.example", "header.s": "a"],
        ["smtp.mailfrom": "bounce@sender.example"], ["policy.iprev": "192.0.2.1"],
      ])
  }

  @Test(arguments: ["mx.example.com; none", "mx.example.com 1; none (nothing done)", "mx;"])
  func aServerMayHaveFoundNothing(field: String) throws {
    #expect(try #require(AuthenticationResults(field)).methods.isEmpty)
  }

  @Test func whatOutlookWritesIsRead() throws {
    let field =
      "mx.example.net; spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=a.example;"
      + "dmarc=pass action=none header.from=a.example;compauth=pass reason=100"
    let methods = try #require(AuthenticationResults(field)).methods
    #expect(methods[1].properties == ["action": "none", "header.from": "a.example"])
    #expect(methods.count == 3)
  }

  /// A sender chooses the local part of his address, and quotes what he likes in it.
  @Test func aQuotedValueCannotEndItsResult() throws {
    let field = #"mx; spf=fail smtp.mailfrom="a; dmarc=pass header.from=x.example"@evil.example"#
    let methods = try #require(AuthenticationResults(field)).methods
    #expect(methods.map(\.name) == ["spf"])
    #expect(
      methods[0].properties == [
        "smtp.mailfrom": "a; dmarc=pass header.from=x.example@evil.example"
      ])
  }

  @Test(arguments: [
    "", " ", ";", "=", "(", "mx (", "mx; dmarc", "mx; dmarc=", "mx; =pass", "mx; dmarc=pass (",
    "mx; dmarc=pass x", "mx; dmarc=pass header.from", "mx; dmarc=pass header.from=",
    "mx; dmarc=pass header.from=\"a", "mx; dmarc=pass reason=\"\\", "mx mx; dmarc=pass",
    "spf=pass smtp.mailfrom=a.example", "mx; dmarc=pass; none; )", "mx; dmarc/=pass", "mx (\\",
    "mx; dkim/(a (b\\", "mx \u{0};",
    "mx; dmarc=pass header.from=a.example=b.example",
  ])
  func whatIsNotBuiltLikeAFieldIsNone(field: String) {
    #expect(AuthenticationResults(field) == nil)
  }

  @Test func depthAndLengthDoNotMatter() throws {
    let deep = String(repeating: "(", count: 100_000)
    #expect(AuthenticationResults("mx; dmarc=pass \(deep)") == nil)
    let closed = deep + String(repeating: ")", count: 100_000)
    #expect(try #require(AuthenticationResults("mx; dmarc=pass \(closed)")).methods.count == 1)
    let many = "mx" + String(repeating: "; dkim=pass", count: 50_000)
    #expect(try #require(AuthenticationResults(many)).methods.count == 50_000)
  }

  @Test func everyBeginningOfAFieldIsReadOrRefused() {
    let field = #"mx 1 (c(d)\)) ; dmarc = pass header . from = "a\"b"@x.example ; none"#
    for end in field.indices {
      let part = AuthenticationResults(String(field[..<end]))
      #expect(part == nil || part?.server.hasPrefix("m") == true)
    }
  }

  @Test func theTopmostFieldOfTheServerCounts() {
    let fields = [
      "later.example.com; dmarc=fail", "(note) MX.example.com; dmarc=fail",
      "mx.example.com; dmarc=pass header.from=a.example",
    ]
    let found = AuthenticationResults.topmost(of: "mx.example.com", in: fields)
    #expect(found?.methods.map(\.result) == ["fail"])
    #expect(AuthenticationResults.topmost(of: "other.example.com", in: fields) == nil)
    #expect(AuthenticationResults.topmost(of: "mx.example.com", in: []) == nil)
  }

  /// Otherwise whatever breaks the server's own field would make way for a forged one.
  @Test func aBrokenTopmostFieldDoesNotMakeWayForOneBelow() {
    let fields = ["mx.example.com; dmarc=fail (", "mx.example.com; dmarc=pass"]
    #expect(AuthenticationResults.topmost(of: "mx.example.com", in: fields) == nil)
  }
}
