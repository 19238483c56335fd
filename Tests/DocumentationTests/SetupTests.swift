import Foundation
import TestSupport
import Testing

/// `scripts/setup` on machines that lack something, played by commands that are not the real ones.
@Suite struct SetupTests {
  /// A machine on which only some commands exist.
  private struct Machine {
    let folder: TemporaryFolder

    init(_ folder: TemporaryFolder) throws {
      self.folder = folder
      try folder.folder("bin")
      for name in ["dirname", "env", "sed", "sh", "tr"] {
        try FileManager.default.createSymbolicLink(
          atPath: folder.path("bin/\(name)"), withDestinationPath: "/usr/bin/\(name)")
      }
      try has("make", "echo \"make $*\"")
    }

    func has(_ command: String, _ script: String) throws {
      // Written by another process: a file that this one has open for writing may be open in a
      // program that another test just starts, and cannot be run then ("Text file busy").
      let outcome = try Program(path: "/bin/sh").run([
        "-c", "printf '#!/bin/sh\\n%s\\n' \"$1\" > \"$2\" && chmod 755 \"$2\"", "sh", script,
        folder.path("bin/\(command)"),
      ])
      #expect(outcome.status == 0)
    }

    /// Packages are missing where there is no `dpkg-query` that says otherwise.
    func hasPackages(_ installed: Bool, root: Bool) throws {
      try has("dpkg-query", installed ? "echo install ok installed" : "exit 1")
      try has("id", "echo \(root ? 0 : 1000)")
      try has("apt-get", "echo \"apt-get $*\" >>\(folder.path("log"))")
    }

    func hasSwift(_ version: String) throws {
      try has("swift", "echo 'Swift version \(version) (swift-\(version)-RELEASE)'")
    }

    func setup(_ verb: String) throws -> Outcome {
      try Program(path: "/bin/sh").run(
        [Places.package.appending(path: "scripts/setup").path, verb],
        environment: ["PATH": folder.path("bin")])
    }

    var log: String { (try? String(contentsOfFile: folder.path("log"), encoding: .utf8)) ?? "" }
  }

  private func expect(
    _ message: String, status: Int32 = 1, on prepare: (Machine) throws -> Void
  ) throws {
    try TemporaryFolder.with { folder in
      let machine = try Machine(folder)
      try prepare(machine)
      let outcome = try machine.setup("demo")
      #expect(outcome.status == status)
      #expect(outcome.diagnostics.hasPrefix(message), "\(outcome.diagnostics)")
      #expect(outcome.diagnosticLines.count == 1)
    }
  }

  private let page = "https://www.swift.org/install/linux/"

  @Test func withoutSwiftItSaysWhereToGetIt() throws {
    try expect(
      "setup: Swift is missing; install 6.2 or newer from \(page) and put its usr/bin into PATH\n"
    ) { try $0.hasPackages(true, root: true) }
  }

  @Test(arguments: ["5.10.1", "6.0.3", "6.1"]) func anOldSwiftIsNamed(version: String) throws {
    let short = version.split(separator: ".").prefix(2).joined(separator: ".")
    try expect("setup: Swift is too old, \(short); install 6.2 or newer from \(page)\n") {
      try $0.hasPackages(true, root: true)
      try $0.hasSwift(version)
    }
  }

  @Test func withoutRootAndSudoItSaysWhatRootMustDo() throws {
    try expect(
      "setup: packages are missing, and there is no sudo; as root: apt-get install -y make git"
    ) {
      try $0.hasPackages(false, root: false)
      try $0.hasSwift("6.2")
    }
  }

  @Test func onAnotherSystemItSaysSo() throws {
    try expect("setup: this is not Debian; install the like of these, then call make: make git ") {
      try $0.hasSwift("6.2")
    }
  }

  @Test(arguments: [true, false]) func whatIsMissingIsInstalledThenMakeIsCalled(root: Bool) throws {
    try TemporaryFolder.with { folder in
      let machine = try Machine(folder)
      try machine.hasPackages(false, root: root)
      try machine.hasSwift("6.10.2")
      if !root { try machine.has("sudo", "echo sudo >>\(folder.path("log")); exec \"$@\"") }
      let outcome = try machine.setup("test")
      #expect(outcome.status == 0, "\(outcome.diagnostics)")
      #expect(outcome.text.hasSuffix("make test\n"))
      let lines = machine.log.split(separator: "\n")
      let wanted = [
        "apt-get update -qq", "apt-get install -y -qq --no-install-recommends make git",
      ]
      #expect(lines.filter { $0 != "sudo" }.count == 2)
      for (line, start) in zip(lines.filter { $0 != "sudo" }, wanted) {
        #expect(line.hasPrefix(start))
      }
      #expect(lines.count { $0 == "sudo" } == (root ? 0 : 2))
    }
  }

  @Test func installingWithoutABuildSaysWhatToDo() throws {
    try TemporaryFolder.with { folder in
      try FileManager.default.copyItem(
        at: Places.package.appending(path: "Makefile"), to: folder.url.appending(path: "Makefile"))
      let outcome = try Program(path: "/usr/bin/make").run(["-C", folder.url.path, "install"])
      #expect(outcome.status == 2)
      #expect(
        outcome.diagnostics.contains("install: there is no program yet; run make build first"))
    }
  }
}
