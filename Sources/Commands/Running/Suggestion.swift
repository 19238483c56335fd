/// Finds what somebody meant who mistyped a name.
enum Suggestion {
  /// The nearest of some names, where one is near enough to have been meant.
  ///
  /// The beginning of one name alone stands for it: `--form` is `--format`. Else a third of the
  /// letters may be wrong, but at least one.
  static func nearest(to word: String, among names: some Collection<String>) -> String? {
    let longer = names.filter { $0.hasPrefix(word) }
    if longer.count == 1, word.count > 1 { return longer.first }
    let most = max(1, word.count / 3)
    // Texts of strangers' length are not compared letter by letter.
    let candidates = names.filter { abs($0.utf8.count - word.utf8.count) <= most }
    let rated = candidates.map { (name: $0, distance: distance(word, $0)) }
    return rated.filter { $0.distance <= most }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
  }

  /// How many letters were left out, added, mistaken, or swapped with their neighbour.
  static func distance(_ one: String, _ other: String) -> Int {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    var before: [Int] = []
    var above = Array(0...other.count)
    for row in one.indices {
      var line = [row + 1]
      for column in other.indices {
        let wrong = one[row] == other[column] ? 0 : 1
        var least = min(line[column] + 1, above[column + 1] + 1, above[column] + wrong)
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          least = min(least, before[column - 1] + 1)
        }
        line.append(least)
      }
      (before, above) = (above, line)
    }
    return above[other.count]
  }
}
