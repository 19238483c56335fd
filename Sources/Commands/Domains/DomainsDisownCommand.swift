internal import ArgumentParser
internal import DMARC
internal import Facts

/// `dmarc-report domains disown`: these are not mine any more.
struct DomainsDisownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disown",
    abstract: "Takes domains out of a group, or says that they are not yours.",
    discussion: """
      Reports about them stay; `dmarc-report prune --domain` deletes those.

        $ dmarc-report domains disown chemistry.example --group science
        $ dmarc-report domains disown sold.example
      """)

  @Argument(help: "The domains.", completion: .domains)
  var domains: [String]

  @Option(help: ArgumentHelp("Only out of this group.", valueName: "group"), completion: .groups)
  var group: GroupName?

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let store = try database.open(for: .writing)
    for domain in domains.map(DomainName.normalized)
    where try store.disown(domain, group: group?.text) == 0 {
      throw UsageFailure(
        what: domain, why: group.map { "it is not in \($0.text)" } ?? "it is not among yours",
        hint: "dmarc-report domains lists those that are")
    }
  }
}
