internal import ArgumentParser
internal import Facts

/// `dmarc-report vacuum`: gives free room back to the system.
struct VacuumCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vacuum", abstract: "Gives room that a prune left back to the system.",
    discussion: """
      For a while it needs as much room again as the database has.

        $ dmarc-report prune --older-than 400d && dmarc-report vacuum
      """)

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    try database.open(for: .reading).vacuum()
  }
}
