import Foundation
import Glibc

/// A Maildir as a mail server and a mail reader treat it; none of it overwrites anything.
struct TestMaildir {
  let path: String

  /// Delivers a mail as <https://cr.yp.to/proto/maildir.html> says: `tmp`, then `new`.
  func deliver(_ text: String, as base: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/tmp/\(base)"))
    move("tmp/\(base)", to: "new/\(base)")
  }

  /// Moves a mail; whether it was there.
  @discardableResult
  func move(_ old: String, to new: String) -> Bool {
    rename("\(path)/\(old)", "\(path)/\(new)") == 0
  }

  @discardableResult
  func delete(_ name: String) -> Bool { unlink("\(path)/\(name)") == 0 }

  func names(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []).sorted()
  }

  /// The base names of all mails.
  var bases: Set<String> {
    Set((names("new") + names("cur")).map { String($0.prefix { $0 != ":" }) })
  }
}
