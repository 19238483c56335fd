/// A text for each element that has one.
struct ElementTexts {
  private var texts = [String?](repeating: nil, count: Int(Element.humanResult.rawValue) + 1)

  /// Forgets all of them.
  mutating func clear() {
    for index in texts.indices { texts[index] = nil }
  }

  subscript(element: Element) -> String? {
    get {
      let index = Int(element.rawValue)
      return texts.indices.contains(index) ? texts[index] : nil
    }
    set {
      let index = Int(element.rawValue)
      if texts.indices.contains(index) { texts[index] = newValue }
    }
  }
}
