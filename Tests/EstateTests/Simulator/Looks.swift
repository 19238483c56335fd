import DMARC

/// How mail of well and badly set up senders looks.
enum Looks {
  static func own(
    _ from: String, dkim: DKIMResult = .pass, spf: SPFResult = .pass, selector: String = "s2026"
  ) -> Look {
    Look(
      from: from, signatures: [.init(domain: from, selector: selector, result: dkim)],
      spfDomain: from, spf: spf)
  }

  static func unsigned(_ from: String, spf: SPFResult, envelope: String? = nil) -> Look {
    Look(from: from, spfDomain: envelope ?? from, spf: spf)
  }

  /// A service that signs for us and for itself.
  static func service(
    _ from: String, _ service: String, selector: String = "k1", own: DKIMResult = .pass
  ) -> Look {
    Look(
      from: from,
      signatures: [
        .init(domain: from, selector: selector, result: own),
        .init(domain: service, selector: "sv", result: .pass),
      ], spfDomain: "bounce.\(service)", spf: .pass)
  }

  /// A service that signs for itself alone.
  static func foreign(
    _ from: String, _ service: String, dkim: Bool = true, spf: SPFResult = .pass
  ) -> Look {
    Look(
      from: from,
      signatures: dkim ? [.init(domain: service, selector: "sv", result: .pass)] : [],
      spfDomain: "bounce.\(service)", spf: spf)
  }

  /// Our signed mail passed on, with the forwarder's own envelope or with ours.
  static func forwarded(
    _ from: String, by forwarder: String?, survives: Bool, override: Override? = nil
  ) -> Look {
    Look(
      from: from,
      signatures: [.init(domain: from, selector: "s2026", result: survives ? .pass : .fail)],
      spfDomain: forwarder ?? from, spf: forwarder == nil ? .softfail : .pass,
      overrides: override.map { [$0] } ?? [])
  }
}
