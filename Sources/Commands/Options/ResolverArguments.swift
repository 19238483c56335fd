internal import ArgumentParser
internal import DNS
internal import Glibc
internal import Resolver

/// Which resolvers are asked, and how long all questions may take.
struct ResolverArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The resolver to ask, perhaps with a port: 192.0.2.53@5300; may be given several times. "
        + "Else those of /etc/resolv.conf.", valueName: "address"))
  var resolver: [String] = []

  @Option(help: ArgumentHelp("How long all questions may take together.", valueName: "seconds"))
  var timeout = 60.0

  @Option(
    help: ArgumentHelp(
      "A file of DNSSEC trust anchors; else the one of dns-root-data, if it is there.",
      valueName: "file"),
    completion: .file())
  var trustAnchor: String?

  func validate() throws {
    guard (0.1...3600).contains(timeout) else {
      throw ValidationError("--timeout must be a number of seconds up to 3600.")
    }
  }

  func open() throws -> UnboundResolver {
    var options = ResolverOptions(servers: resolver)
    options.totalSeconds = timeout
    options.trustAnchors =
      trustAnchor ?? ResolverOptions.usualAnchors.first { access($0, R_OK) == 0 }
    return try UnboundResolver(options)
  }
}
