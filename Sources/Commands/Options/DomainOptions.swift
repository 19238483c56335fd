internal import ArgumentParser
internal import DMARC
internal import Facts

/// Which domains a question is about: those named, and those of the groups named.
struct DomainOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only mail from this domain and its subdomains; may be given several times.",
      valueName: "domain"),
    completion: .domains)
  var domain: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only the domains of this group; may be given several times. `domains` lists them.",
      valueName: "group"),
    completion: .groups)
  var group: [String] = []

  @Flag(help: "Only the domains named, without their subdomains.")
  var exact = false

  func validate() throws {
    for text in domain where DomainName.asked(text) == nil {
      throw ValidationError("--domain \(text): that is no domain name.")
    }
  }

  /// Whether all domains are asked about.
  var isEmpty: Bool { domain.isEmpty && group.isEmpty }

  /// The domains named, normalized, without those of groups.
  var named: [String] { domain.flatMap { DomainName.asked($0) ?? [] } }

  /// All domains asked about, normalized; none for all there are.
  ///
  /// Throws `UsageFailure` for a domain that no report in the store is about, and for a group that
  /// is not there.
  func names(in store: (any ReportReading)?) throws -> [String] {
    if let store { try UnknownDomain.check(named, in: store) }
    guard !group.isEmpty else { return named }
    let ownership = try OwnDomains.all(store)
    return try named + group.flatMap { try Self.members(of: $0, ownership) }
  }

  private static func members(of group: String, _ ownership: Ownership) throws -> [String] {
    let members = ownership.domains(of: group)
    guard members.isEmpty else { return members }
    let known = ownership.groups
    throw UsageFailure(
      what: "--group \(group)", why: "there is no such group",
      hint: known.isEmpty
        ? "dmarc-report domains own DOMAIN --group \(group) makes it"
        : "the groups are \(known.prefix(8).joined(separator: ", "))")
  }
}
