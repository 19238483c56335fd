import Analysis
import DMARC
import TestSupport

/// A kind of estate: what its mail does, and what may be said of it.
struct World: Sendable {
  var name: String
  var group: Estate.Group
  /// What may be said of it as it stands.
  var allowed: Set<Verdict>
  /// What may be said once every question is answered.
  var settled: Set<Verdict>
  private var make: @Sendable (inout Site) -> Void

  private init(
    _ name: String, _ group: Estate.Group, _ allowed: Set<Verdict>, _ settled: Set<Verdict>,
    _ make: @escaping @Sendable (inout Site) -> Void
  ) {
    (self.name, self.group, self.allowed, self.settled, self.make) =
      (name, group, allowed, settled, make)
  }

  /// One estate of the kind.
  func estate(seed: UInt64, days: Int = 30) -> Estate {
    var site = Site(name: name, seed: seed, days: days)
    make(&site)
    site.estate.group = group
    site.estate.allowed = allowed
    site.estate.settled = settled
    return site.estate
  }

  typealias Making = @Sendable (inout Site) -> Void

  /// Nothing of its own fails.
  static func clean(_ name: String, as verdict: Verdict = .ready, _ make: @escaping Making)
    -> World
  {
    World(name, .clean, [verdict], [verdict], make)
  }

  /// Nothing of its own fails, and a stranger or forwarder does what a sender of its own would.
  static func stranger(_ name: String, _ make: @escaping Making) -> World {
    World(name, .stranger, [.ready, .ask], [.ready], make)
  }

  /// Mail of its own is lost, and reports alone may not tell that it is its own.
  static func losing(_ name: String, _ make: @escaping Making) -> World {
    World(name, .losing, [.fix, .alarm, .ask], [.fix, .alarm], make)
  }

  /// Mail of its own is lost, and reports prove that it is its own.
  static func proven(_ name: String, _ make: @escaping Making) -> World {
    World(name, .losing, [.fix, .alarm], [.fix, .alarm], make)
  }

  /// Something failed for a while and is over.
  static func over(_ name: String, _ make: @escaping Making) -> World {
    World(name, .over, [.ready, .wait], [.ready, .wait], make)
  }

  /// Something else is to be said of it.
  static func waiting(
    _ name: String, _ verdicts: Set<Verdict> = [.wait], _ make: @escaping Making
  ) -> World {
    World(name, .waiting, verdicts, verdicts.subtracting([.ask]), make)
  }

  static let all: [World] =
    offices + servers + services + platforms + lately + forwarding + strangers + policies
    + evidence
}
