import Glibc

/// The file in which a copy is made before it gets its name.
struct PartFile {
  /// Where it is: beside the target, with the number of the process that writes it.
  let path: String

  /// For a copy that is to become `target`; what killed processes left of theirs is deleted.
  init(of target: String) {
    let stem = "\(target).part-"
    for path in Self.paths(from: stem) where Self.isAbandoned(path.dropFirst(stem.count)) {
      unlink(path)
    }
    path = "\(stem)\(getpid())"
    remove()
  }

  /// Deletes the file, and the journal that SQLite keeps beside it while it writes.
  func remove() {
    unlink(path)
    unlink("\(path)-journal")
  }

  /// The files whose paths begin so.
  private static func paths(from stem: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    let pattern = stem.map { #"*?[\"#.contains($0) ? #"\\#($0)"# : String($0) }.joined() + "*"
    guard glob(pattern, GLOB_NOSORT, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
  }

  /// Whether the process whose number a name ends with is gone.
  private static func isAbandoned(_ ending: Substring) -> Bool {
    let number = ending.hasSuffix("-journal") ? ending.dropLast("-journal".count) : ending
    guard let process = pid_t(number), process > 0 else { return false }
    return kill(process, 0) != 0 && errno == ESRCH
  }
}
