internal import ArgumentParser
internal import DMARC
internal import PublicSuffix
internal import ReceiverRules
internal import ReportOutput
internal import Resolver

/// `dmarc-report domain policy`: what receivers apply to a name.
struct DomainPolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Says which DMARC record and policy receivers apply to a name, by both standards.",
    discussion: """
      RFC 9989 walks up the tree of names; RFC 7489 asks the name and its organizational domain \
      by the public suffix list.

        $ dmarc-report domain policy news.example.com
      """)

  @Argument(help: "A name that stands in From.", completion: .domains)
  var name: String

  @OptionGroup var resolver: ResolverArguments
  @OptionGroup var format: FormatOptions

  func run() throws {
    let name = DomainName.normalized(name)
    let organization = PublicSuffixList().organizationalDomain(of: name)
    let discovery = PolicyDiscovery(try resolver.open())
    let answer = try Waiting.value {
      PolicyAnswer(
        name: name, treeWalk: await discovery.byTreeWalk(name),
        publicSuffix: await discovery.byPublicSuffix(name, organization))
    }
    try format.write(answer.document)
    if answer.isUnknown { throw ExitStatus.notKnown.code }
  }
}
