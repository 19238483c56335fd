internal import DMARC

extension Cell {
  /// The cell as people read it, before anything in it is made safe.
  var humanText: String {
    switch self {
    case .text(let text): text
    case .count(let number): Human.count(number)
    case .share(let share): Human.share(share)
    case .day(let day): day.text
    case .flag(let flag): flag ? "yes" : "no"
    case .list(let items): items.joined(separator: ", ")
    case .empty: ""
    }
  }

  /// Whether it is a number other than zero.
  var isSomething: Bool {
    switch self {
    case .count(let number): number != 0
    case .share(let share): share != 0
    default: false
    }
  }
}
