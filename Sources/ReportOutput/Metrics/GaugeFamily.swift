/// Numbers of one name that may go up and down, each told from the others by its labels.
///
/// The names follow https://prometheus.io/docs/practices/naming/: what is counted, in base units, with
/// the unit at the end. All of ours are gauges: a sum over a window falls when days leave it, so it is
/// no counter and its name does not end in `_total`.
struct GaugeFamily {
  /// One number.
  struct Sample {
    /// Names and values, in the order in which they are written.
    var labels: [(name: StaticString, value: String)]
    var value: Double
  }

  let name: StaticString
  /// A sentence that says what is measured, and its unit.
  let help: StaticString
  let samples: [Sample]

  init(_ name: StaticString, _ help: StaticString, _ samples: [Sample]) {
    (self.name, self.help, self.samples) = (name, help, samples)
  }
}

extension GaugeFamily.Sample {
  init(_ value: Double, _ labels: (name: StaticString, value: String)...) {
    self.init(labels: labels, value: value)
  }

  /// 1 for what is so, and 0 for what is not.
  init(_ holds: Bool, _ labels: (name: StaticString, value: String)...) {
    self.init(labels: labels, value: holds ? 1 : 0)
  }
}
