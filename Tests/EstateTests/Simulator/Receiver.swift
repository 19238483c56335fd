import DMARC

/// An organization that receives mail and reports on it.
struct Receiver {
  var name: String
  var weight: Int
  /// Whether it writes RFC 9990: no `pct`, and `testing` where the record has `t`.
  var isModern = false
  /// Days on which it sends no report.
  var silentDays: Set<Int> = []
  /// The name it goes by from a day on.
  var renamed: (from: Int, name: String)?
  /// Days on which it reports without a record where it saw no mail.
  var nullDays: Set<Int> = []
  /// What its own troubles make of results.
  var quirks: [Quirk] = []

  /// Its name on a day.
  func name(on day: Int) -> String {
    if let renamed, day >= renamed.from { return renamed.name }
    return name
  }

  static let usual = [
    Receiver(name: "google.com", weight: 50), Receiver(name: "Enterprise Outlook", weight: 22),
    Receiver(name: "Yahoo", weight: 14),
    Receiver(name: "mx.gmx.example", weight: 8, isModern: true),
    Receiver(name: "comcast.example", weight: 4),
    Receiver(name: "mail.hobby.example", weight: 2, isModern: true),
  ]
}

/// A receiver's trouble with checking: nothing that a sender could repair.
struct Quirk {
  enum Kind {
    /// Its resolver fails: every result is a temporary error.
    case resolverFails
    /// It finds too many look-ups in our SPF record.
    case tooManyLookups
  }

  var kind: Kind
  var days: ClosedRange<Int>

  /// What it says of mail that others judge rightly.
  func change(_ look: inout Look, of domain: String) {
    switch kind {
    case .resolverFails:
      look.spf = .temperror
      for index in look.signatures.indices { look.signatures[index].result = .temperror }
    case .tooManyLookups:
      if look.spfDomain == domain { look.spf = .permerror }
    }
  }
}
