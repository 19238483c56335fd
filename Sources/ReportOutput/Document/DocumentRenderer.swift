/// What every format does with the parts of an answer.
///
/// None of these has a default: a format that leaves a part out says so, with an empty body and a
/// word why. Failures of the output stay in it until `check` or `flush`.
protocol DocumentRenderer {
  mutating func begin(_ head: DocumentHead)
  mutating func prose(_ prose: Prose)
  mutating func member(_ member: JSONMember)
  mutating func beginTable(key: String, columns: [ColumnHead], whenEmpty: String?)
  /// A row with a cell for each column.
  mutating func row(_ cells: [Cell])
  mutating func endTable(total: [Cell]?)
  mutating func end()
}
