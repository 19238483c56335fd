/// What a word or a line says to whoever looks at colours: green, yellow or red.
public enum Mark: Hashable, Sendable { case good, fair, bad }

extension Mark {
  var color: Color {
    switch self {
    case .good: .green
    case .fair: .yellow
    case .bad: .red
    }
  }
}
