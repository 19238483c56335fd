import DMARC
import Testing

@testable import ReportParsing

/// What is not as the standards have it, and can mean one thing only.
struct LenientTests {
  @Test(arguments: [
    ("5", 5), ("+5", 5), ("5.0", 5), ("5.00", 5), ("1,000", 1000), ("12,345,678", 12_345_678),
    ("1 000", 1000), ("1'000", 1000), ("1,000.0", 1000), ("1e3", 1000), ("1.5E3", 1500),
    ("0.000", 0), ("1000.000", 1000), ("1\u{202f}000", 1000),
  ])
  func numbersOfOneMeaningAreRead(text: String, value: Int64) {
    #expect(LenientNumber.read(text.utf8) == .init(value: value, hasFraction: false))
  }

  @Test(arguments: [
    "", "+", "1.000", "12.345", "1,00", "1,0000", ",100", "1,000,00", "1.000.000", "0x10", "5e",
    "e5",
    "5e-1", "1 000,000", "--5", "-5", "5,", "5.", ".5", "1,,000", "0,100", "9999999999999999999",
    "1e99", "١",
  ])
  func numbersOfSeveralMeaningsOrNoneAreNot(text: String) {
    #expect(LenientNumber.read(text.utf8) == nil)
  }

  @Test(arguments: [
    ("1764547200", 1_764_547_200, nil),
    ("1764547200.7", 1_764_547_200, DeviationName.periodFraction),
    ("1764547200000", 1_764_547_200, .periodMilliseconds),
    ("1764547200000000", 1_764_547_200, .periodMilliseconds),
    ("1.7645472E9", 1_764_547_200, .periodSpelling),
    ("+1764547200", 1_764_547_200, .periodSpelling),
    ("2025-12-01T00:00:00Z", 1_764_547_200, .periodSpelling),
    ("2025-12-01 01:00:00.000+01:00", 1_764_547_200, .periodSpelling),
    ("2025-11-30T19:00:00-0500", 1_764_547_200, .periodSpelling),
    ("2025-12-01 00:00:00 UTC", 1_764_547_200, .periodSpelling),
  ])
  func timesOfOneMeaningAreRead(text: String, seconds: Int64, oddity: DeviationName?) throws {
    #expect(try Period.time(text) == seconds)
    let log = DeviationLog()
    Period.note(text, log)
    #expect(log.all.map(\.name) == (oddity.map { [$0.rawValue] } ?? []))
  }

  @Test(arguments: [
    "yesterday", "", "2025-12-01", "2025-12-01T00:00:00", "2025-13-01T00:00:00Z", "-5",
    "01.12.2025", "2025-12-01T25:00:00Z", "2025-12-01T00:00:00+99:00", "9223372036854775807",
  ])
  func timesOfSeveralMeaningsOrNoneAreNot(text: String) {
    #expect(throws: ReportRefusal.invalidPeriod(text: text)) { try Period.time(text) }
  }

  @Test(arguments: [
    ("[2001:db8::1]", "2001:db8::1"), ("IPv6:2001:db8::1", "2001:db8::1"),
    ("[IPv6:2001:db8::1]", "2001:db8::1"), ("fe80::1%eth0", "fe80::1"),
    ("192.0.2.1/32", "192.0.2.1"),
    ("2001:db8::1/128", "2001:db8::1"), ("192.0.2.1:25", "192.0.2.1"),
    ("192.0.2.1#53", "192.0.2.1"),
    ("[2001:db8::1]:25", "2001:db8::1"), ("192.000.002.001", "192.0.2.1"),
    ("192.0.2.1.", "192.0.2.1"),
    ("[192.0.2.1]", "192.0.2.1"), ("<192.0.2.1>", "192.0.2.1"), ("[::ffff:192.0.2.1]", "192.0.2.1"),
    ("192.0.2.1 (mail.example.com)", "192.0.2.1"), ("\"192.0.2.1\"", "192.0.2.1"),
  ])
  func addressesInAnotherDressAreRead(text: String, address: String) {
    #expect(SourceAddress(lenient: text)?.text == address)
  }

  @Test(arguments: [
    "", "[]", "192.0.2.0/24", "2001:db8::/32", "192.0.2.1, 192.0.2.2", "mail.example.com",
    "x.x.x.x",
    "3221225985", "010.0.2.1", "192.0.2.1:port", "192.0.2.1:999999", "-", "[", "192.0.2.1/",
    "%eth0",
  ])
  func whatIsNoOneAddressIsNot(text: String) {
    #expect(SourceAddress(lenient: text) == nil)
  }

  @Test(arguments: [
    ("example.com", "example.com", false), ("Example.COM.", "example.com", false),
    ("example.com<<<", "example.com", true), ("<example.com>", "example.com", true),
    ("*.example.com", "example.com", true), ("\"example.com\"", "example.com", true),
    ("example.com, example.com", "example.com", true),
    ("https://example.com/", "example.com", true),
    ("localhost", "localhost", false), ("münchen.example", "xn--mnchen-3ya.example", false),
    ("a_b.example", "a_b.example", false),
  ])
  func theOneDomainInATextIsRead(text: String, name: String, isUnusual: Bool) {
    let domain = PolicyDomain(text)
    #expect(domain?.name == name)
    #expect(domain.map { $0.isUnusual || $0.isAddress } == isUnusual)
  }

  @Test(arguments: [
    "example.com example.net", "example.com,example.net", "<<<", "../../etc/passwd", "..",
    "no domain",
    "{domain}", "$domain", "a..b",
  ])
  func whatHasNoOneDomainIsRefused(text: String) {
    #expect(PolicyDomain(text) == nil)
  }
}
