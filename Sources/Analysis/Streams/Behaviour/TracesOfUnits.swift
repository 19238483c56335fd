/// The mail that is judged by its behaviour, by unit.
struct TracesOfUnits {
  private(set) var units = Numbering<Unit>()
  /// What it takes for each unit to weigh.
  private(set) var tests: [Classification.Test] = []
  /// The unit of each group; negative where it is not judged by its behaviour.
  private(set) var unitOfGroup: [Int]
  /// The groups of each unit.
  private(set) var groups: [[Int]] = []
  private var traces: [[Trace]] = []

  init(_ mail: DomainMail, _ classifications: [Classification]) {
    unitOfGroup = Array(repeating: -1, count: classifications.count)
    for group in classifications.indices where classifications[group].test.isByBehaviour {
      let unit = units.number(of: classifications[group].ofUnit)
      if unit == traces.count {
        traces.append([])
        groups.append([])
        tests.append(classifications[group].test)
      }
      unitOfGroup[group] = unit
      groups[unit].append(group)
      for item in mail.mail(of: group) {
        let observation = mail.observation(of: item)
        traces[unit].append(
          Trace(
            day: observation.day, network: mail.groups[group].network,
            reporter: observation.reporter, isEstablished: observation.isEstablished,
            messages: item.messages))
      }
    }
  }

  subscript(_ unit: Int) -> [Trace] { traces[unit] }
}
