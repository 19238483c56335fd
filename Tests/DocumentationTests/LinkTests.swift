import Foundation
import TestSupport
import Testing

/// The pages lead to one another.
@Suite struct LinkTests {
  static let pages =
    ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "samples/README.md"]
    + Project.files(under: "docs", ending: ".md")

  @Test(arguments: pages)
  func everyLinkLeadsSomewhere(page: String) throws {
    let folder = URL(fileURLWithPath: Project.path(page)).deletingLastPathComponent()
    for match in try Project.text(page).matches(of: /\]\(([^)#]+)[^)]*\)/) {
      let target = String(match.1)
      guard !target.hasPrefix("http") else { continue }
      let path = folder.appending(path: target).path
      #expect(FileManager.default.fileExists(atPath: path), "\(page): \(target)")
    }
  }

  @Test func theReadmeLeadsToEveryPage() throws {
    let readme = try Project.text("README.md")
    for page in Project.files(under: "docs", ending: ".md") {
      #expect(readme.contains("(\(page))"), "\(page)")
    }
  }
}
