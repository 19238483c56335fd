internal import Analysis
internal import ArgumentParser
internal import DMARC
internal import Facts
internal import Pages
internal import ReportOutput

/// `dmarc-report page`: what there is to see, as a file for a browser.
struct PageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page",
    abstract: "Writes a page to look at: the verdict, what to do first, and pictures of the mail.",
    discussion: """
      One HTML file that needs nothing from anywhere and runs nothing: open it, mail it, print it. \
      Of several domains it begins with a table of all of them, the worst first. docs/page.md \
      explains what is on it.

        $ dmarc-report page --domain example.com --output example.html
        $ dmarc-report page --until latest --output all.html
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var question: ReadinessArguments

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, which appears whole or not at all; standard output otherwise.",
      valueName: "file"),
    completion: .file())
  var output: String?

  func run() throws {
    let file = try FileOutput(path: output ?? "-")
    let store = try database.open(for: .reading)
    let judgement = try question.judgement(of: store, .pictures)
    let before = judgement.analysis.report(
      on: try store.facts(judgement.filter.before, naming: .everything))
    let context = PageContext(
      judgement.facts, before: before, problems: try store.problems(),
      today: question.window.today,
      whenEmpty: EmptyWindow(judgement.facts, judgement.filter).text)
    try file.output.write(ReportPage(judgement.report, context).text)
    try file.commit()
  }
}

extension WindowFilter {
  /// The same question about the window before, which is as long.
  fileprivate var before: WindowFilter {
    var filter = self
    let (first, days) = (window.lowerBound, window.count)
    filter.window = first.advanced(by: -days)...first.advanced(by: -1)
    return filter
  }
}
