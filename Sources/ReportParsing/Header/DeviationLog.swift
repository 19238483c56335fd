internal import DMARC

/// The deviations met in the report being read.
final class DeviationLog {
  private var met: [DeviationName: Deviation] = [:]

  /// Examples are shown to people; more of a text than this tells them nothing.
  private static let exampleCharacters = 200

  func clear() { if !met.isEmpty { met.removeAll() } }

  /// Notes a deviation; the example is made only when it is the first.
  func note(
    _ name: DeviationName, _ example: @autoclosure () -> String? = nil, occurrences: Int = 1
  ) {
    guard met[name] == nil else {
      met[name]?.occurrences += occurrences
      return
    }
    let text = example().map { String($0.prefix(Self.exampleCharacters)) }
    met[name] = Deviation(name: name.rawValue, occurrences: occurrences, example: text)
  }

  /// Everything met, in the order of the names.
  var all: [Deviation] { DeviationName.allCases.compactMap { met[$0] } }
}
