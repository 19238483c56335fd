internal import CCommit
internal import DMARC
internal import PublicSuffix
internal import ReportIntake
internal import ReportParsing
internal import Resolver
internal import Schema

/// The version of the program, and of what it is made of.
enum Version {
  static let number = "0.1.0"

  /// What `--version` says: three lines, the program, its schema and its libraries as loaded.
  static let text = """
    dmarc-report \(number)\(commit.isEmpty ? "" : " (commit \(commit))")
    schema \(Schema.migrations.last?.name ?? "")
    \(libraries.joined(separator: ", "))
    """

  /// The commit it was built from, where the build was told: a program that runs asks no git.
  private static var commit: String { String(cString: dmarc_report_commit()) }

  private static var libraries: [String] {
    [DatabaseOptions.engine] + ReportParser.libraries + ItemReader.libraries
      + DomainName.libraries + PublicSuffixList.libraries + UnboundResolver.libraries
  }
}
