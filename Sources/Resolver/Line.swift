/// Questions in a line: they join at its end, and leave at its front without moving the others.
struct Line {
  private var questions: [Pending] = []
  private var start = 0

  var isEmpty: Bool { start == questions.count }
  var first: Pending? { isEmpty ? nil : questions[start] }

  mutating func append(_ pending: Pending) { questions.append(pending) }

  /// Takes up to so many off the front.
  mutating func take(_ count: Int) -> [Pending] {
    let end = min(start + max(count, 0), questions.count)
    let taken = Array(questions[start..<end])
    start = end
    // What has left is dropped once it is the larger part.
    if start > 1024, start * 2 > questions.count {
      questions.removeFirst(start)
      start = 0
    }
    return taken
  }

  func forEach(_ body: (Pending) -> Void) { questions[start...].forEach(body) }
}
