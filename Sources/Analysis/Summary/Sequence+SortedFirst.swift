extension Sequence {
  /// The elements that come first in an order, sorted: of very many few are wanted.
  ///
  /// Elements that come after as many as that are neither kept nor sorted.
  func sorted(
    first limit: Int, by precedes: (Element, Element) -> Bool
  ) -> [Element] {
    guard limit > 0 else { return [] }
    var best: [Element] = []
    var last: Element?
    for element in self {
      if let last, !precedes(element, last) { continue }
      best.append(element)
      guard best.count - limit == limit else { continue }
      best.sort(by: precedes)
      best.removeLast(limit)
      last = best.last
    }
    best.sort(by: precedes)
    return Array(best.prefix(limit))
  }
}
