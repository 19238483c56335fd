import Foundation
import TestSupport
import Testing

/// Tab completes files, domains and senders, in the shells themselves.
struct CompletionTests {
  /// A shell that can be asked to complete what was typed.
  enum Shell: String, CaseIterable {
    case bash, zsh, fish

    var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/\(rawValue)") }

    /// How it is started, with a file of commands that make it ready.
    func command(_ folder: TemporaryFolder, share: String) throws -> [String] {
      let here = "cd \(Places.package.path)\n"
      switch self {
      case .bash:
        let rc = """
          \(here)PS1='READY> '
          bind 'set show-all-if-ambiguous on'
          . /usr/share/bash-completion/bash_completion
          . \(share)/bash-completion/completions/dmarc-report
          """
        return ["/bin/bash", "--rcfile", try folder.write(Data(rc.utf8), to: "rc"), "-i"]
      case .zsh:
        let rc = """
          \(here)PROMPT='READY> '
          fpath=(\(share)/zsh/vendor-completions $fpath)
          autoload -Uz compinit && compinit -u -d \(folder.path("dump"))
          """
        try folder.write(Data(rc.utf8), to: ".zshrc")
        return ["/usr/bin/zsh", "-i"]
      case .fish:
        let rc = """
          \(here)function fish_prompt; echo -n 'READY> '; end
          set fish_greeting
          source \(share)/fish/vendor_completions.d/dmarc-report.fish
          """
        let file = try folder.write(Data(rc.utf8), to: "rc.fish")
        return ["/usr/bin/fish", "--no-config", "-i", "-C", "source \(file)"]
      }
    }
  }

  /// What is installed beside the program, made once.
  private static let share = Result {
    let folder = try ImportedMailbox.scratch.get().appending(path: "share").path
    let made = try Program(path: "/bin/sh").run([
      Places.package.appending(path: "scripts/make-share").path, Program.dmarcReport.path, folder,
    ])
    #expect(made.status == 0, "\(made.diagnostics)")
    return folder
  }

  /// Types a line and Tab, waits for what must appear, and leaves.
  private func complete(_ line: String, in shell: Shell, shows awaited: [String]) throws {
    guard shell.isInstalled else { return }
    let program = URL(fileURLWithPath: Program.dmarcReport.path).deletingLastPathComponent().path
    let database = try ImportedMailbox.samples.get().database
    try TemporaryFolder.with { folder in
      var keys = [TestTerminal.Keys(after: "READY> ", line + "\t\t")]
      for text in awaited.dropLast() { keys.append(TestTerminal.Keys(after: text, "")) }
      // Ctrl-U, lest what was completed be run.
      keys.append(TestTerminal.Keys(after: awaited.last ?? "", "\u{15}exit\n"))
      let (_, screen) = try TestTerminal(columns: 120, rows: 40).run(
        try shell.command(folder, share: try Self.share.get()),
        environment: [
          "PATH": "\(program):/usr/bin:/bin", "HOME": folder.url.path, "ZDOTDIR": folder.url.path,
          "DMARC_REPORT_DATABASE": database,
        ], typing: keys, timeout: 30)
      #expect(!screen.contains("rror"), "\(shell): \(screen)")
    }
  }

  @Test(arguments: Shell.allCases) func filesAreCompleted(shell: Shell) throws {
    try complete("dmarc-report import sam", in: shell, shows: ["ples/"])
    try complete("dmarc-report summary --database samples/tru", in: shell, shows: ["th.json"])
  }

  @Test(arguments: Shell.allCases) func domainsAreCompleted(shell: Shell) throws {
    try complete(
      "dmarc-report summary --domain exam", in: shell,
      shows: ["example.com", "example.net", "example.org"])
  }

  @Test(arguments: Shell.allCases) func sendersAreCompleted(shell: Shell) throws {
    try complete("dmarc-report source show news-s", in: shell, shows: ["ervice.example"])
    try complete("dmarc-report source show 2001:db8:bc6", in: shell, shows: ["d:5::4e03"])
  }

  @Test(arguments: Shell.allCases) func commandsAreCompleted(shell: Shell) throws {
    try complete("dmarc-report readi", in: shell, shows: ["ness"])
  }

  /// Whatever is wrong with the database is no business of someone who presses Tab.
  @Test func withoutADatabaseThereIsSilence() throws {
    let outcome = try Program.dmarcReport.run(
      [
        "---completion", "summary", "--", "--domain", "3", "4", "dmarc-report", "summary",
        "--domain", "exam",
      ], environment: ["DMARC_REPORT_DATABASE": "/nonexistent/x"])
    #expect(outcome.text.filter { !$0.isNewline } == "")
    #expect(outcome.diagnostics == "")
  }
}
