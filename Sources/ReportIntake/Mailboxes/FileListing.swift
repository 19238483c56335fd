/// Files below one directory: their paths in one piece of memory.
struct FileListing: Sendable {
  private let root: RawName
  private let display: String
  private var paths: [UInt8] = []
  private var ends: [Int] = []

  init(root: RawName, display: String) {
    self.root = root
    self.display = display
  }

  var count: Int { ends.count }

  mutating func add(_ path: some Collection<UInt8>) {
    paths.append(contentsOf: path)
    ends.append(paths.count)
  }

  func item(_ index: Int) -> IntakeItem {
    let path = paths[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    return IntakeItem(
      display: "\(display)/\(String(decoding: path, as: UTF8.self))",
      place: .file(root.appending(path)))
  }
}
