import DMARC
import Testing

/// Names are compared in one form, and shown in the one that people write.
struct DomainNameTests {
  @Test(arguments: [
    ("münchen.example", "xn--mnchen-3ya.example"), ("MÜNCHEN.Example.", "xn--mnchen-3ya.example"),
    ("xn--MNCHEN-3ya.example", "xn--mnchen-3ya.example"),
    ("mu\u{308}nchen.example", "xn--mnchen-3ya.example"),
    ("straße.example", "xn--strae-oqa.example"), ("例え。テスト", "xn--r8jz45g.xn--zckzah"),
    ("почта.test", "xn--80a1acny.test"),
    ("_dmarc.münchen.example", "_dmarc.xn--mnchen-3ya.example"),
    (" example.com ", "example.com"), ("a b.example", "a b.example"),
    ("\u{202e}a.example", "\u{202e}a.example"),
  ])
  func bothSpellingsAreOneName(text: String, name: String) {
    #expect(DomainName.normalized(text) == name)
  }

  @Test(arguments: [
    ("xn--mnchen-3ya.example", "münchen.example"), ("example.com", "example.com"),
    ("a@xn--mnchen-3ya.example, xn--80a1acny.test", "a@münchen.example, почта.test"),
    ("xn--zzzzzzzz.example", "xn--zzzzzzzz.example"), ("xn--.example", "xn--.example"),
    // `paypal` with a Cyrillic letter.
    ("xn--pypal-4ve.example", "xn--pypal-4ve.example"),
  ])
  func peopleSeeNamesAsTheyWriteThem(name: String, shown: String) {
    #expect(DomainName.shown(name) == shown)
  }

  @Test(arguments: [
    ("example.com", ["example.com"]), ("Example.com,example.net", ["example.com", "example.net"]),
    ("*.example.com", ["example.com"]), ("https://example.com/path?x", ["example.com"]),
    ("a@example.com", ["example.com"]), ("example.com:25", ["example.com"]),
    ("münchen.example", ["xn--mnchen-3ya.example"]),
    ("example.com, example.net ", ["example.com", "example.net"]),
  ])
  func whatAPersonAsksForIsUnderstood(text: String, names: [String]) {
    #expect(DomainName.asked(text) == names)
  }

  @Test(arguments: [
    "", " ", "*", "a..b", "exa mple.com<", "example.com;drop", "*.*.example", "https://",
  ])
  func whatIsNoNameIsNot(text: String) {
    #expect(DomainName.asked(text) == nil)
  }
}
