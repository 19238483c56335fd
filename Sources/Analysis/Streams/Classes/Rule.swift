public import DMARC

/// The rule that decided whether failing mail counts as the owner's, with its figures.
///
/// docs/readiness-rules.md explains each and says how it was derived.
public enum Rule: Hashable, Sendable {
  // What makes mail weigh.
  /// Evidence that a stranger cannot make; the stream's reasons say which.
  case proof
  /// Mail of the same sender, from the same networks, passed until a day and has failed since.
  case passedBefore(until: Day, since: Day)
  /// A known service that signs in the owner's name, on so many days.
  case steady(days: Int)
  /// It comes on the few days on which mail of the same sender passes.
  case withAligned
  /// The customer of a platform whose name is made from the domain's.
  case namedAlike
  /// Beside the owner's servers, on so many days.
  case besideServers(days: Int)

  // What reports cannot settle, so that the owner is asked.
  /// It keeps the domain's own week, on so many days: it rests when the owner's people rest.
  case keepsWeek(days: Int)
  /// It comes back, on so many days.
  case comesBack(days: Int)
  /// It began lately and goes on, on so many days so far.
  case goesOn(days: Int)
  /// One run, or a few, from few places.
  case fewRuns(days: Int, networks: Int)
  /// It passes on much of the owner's mail and breaks so much of it.
  case passesOn(share: Double)

  // What is no sender of the owner's, or does not matter.
  /// Fewer messages than one concludes anything from.
  case tooLittle
  /// Each time from other networks: so many, of which next to none came back.
  case scattered(networks: Int)
  /// The same addresses authenticate as so many organizations that have nothing to do with
  /// each other.
  case rotating(organizations: Int)
  /// Many places at once, none of which comes back: a wave.
  case wave(networks: Int)
  /// No established reporter has seen it.
  case unheard
  /// Passed on by somebody else, and no more of it than forwarders break.
  case passedOn
  /// Errors of the check, on so many days; the same sender passes otherwise.
  case temporary(days: Int)
  /// It failed until a day; all later mail of the same sender passes.
  case repaired(since: Day)

  /// What became of the mail.
  public enum Effect: String, Sendable {
    case weighs
    case asked
    case ignored
  }

  /// What the rule makes of the mail.
  public var effect: Effect {
    switch self {
    case .proof, .passedBefore, .steady, .withAligned, .namedAlike,
      .besideServers:
      .weighs
    case .keepsWeek, .comesBack, .goesOn, .fewRuns, .passesOn: .asked
    case .tooLittle, .scattered, .rotating, .wave, .unheard, .passedOn, .temporary, .repaired:
      .ignored
    }
  }

  /// The rule's name in JSON.
  public var name: String {
    switch self {
    case .proof: "proof"
    case .passedBefore: "passed_before"
    case .steady: "steady"
    case .withAligned: "with_aligned"
    case .keepsWeek: "keeps_week"
    case .namedAlike: "named_alike"
    case .besideServers: "beside_servers"
    case .comesBack: "comes_back"
    case .goesOn: "goes_on"
    case .fewRuns: "few_runs"
    case .passesOn: "passes_on"
    case .tooLittle: "too_little"
    case .scattered: "scattered"
    case .rotating: "rotating"
    case .wave: "wave"
    case .unheard: "unheard"
    case .passedOn: "passed_on"
    case .temporary: "temporary"
    case .repaired: "repaired"
    }
  }
}
