/// The mail that is judged by its behaviour, by unit.
struct TracesOfUnits {
  private(set) var units = Numbering<Unit>()
  /// What it takes for each unit to weigh.
  private(set) var tests: [Finding.Test] = []
  /// The unit of each look; negative where it is not judged by its behaviour.
  private(set) var unitOfLook: [Int]
  private var traces: [[Trace]] = []

  init(_ mail: DomainMail, _ items: [SortedMail.Item]) {
    unitOfLook = Array(repeating: -1, count: items.count)
    for look in items.indices where items[look].finding.test.isByBehaviour {
      let unit = units.number(of: items[look].finding.ofUnit)
      if unit == traces.count {
        traces.append([])
        tests.append(items[look].finding.test)
      }
      unitOfLook[look] = unit
      let isSigned = mail.digest(of: mail.looks[look]).isSignedByStranger
      for item in mail.mail(of: look) {
        let sighting = mail.sighting(of: item)
        traces[unit].append(
          Trace(
            day: sighting.day, network: mail.looks[look].network, reporter: sighting.reporter,
            isEstablished: sighting.isEstablished, messages: item.messages, isSigned: isSigned))
      }
    }
  }

  subscript(_ unit: Int) -> [Trace] { traces[unit] }

  /// The units of a test.
  func units(of test: Finding.Test) -> [Int] { tests.indices.filter { tests[$0] == test } }
}
