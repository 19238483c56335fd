internal import ArgumentParser
internal import Facts

/// `dmarc-report vacuum`: gives free room back to the system.
struct VacuumCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vacuum", abstract: "Gives room that a prune left back to the system.")

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    try database.open(for: .reading).vacuum()
  }
}
