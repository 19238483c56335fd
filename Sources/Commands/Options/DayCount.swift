internal import ArgumentParser

/// A number of days, as `400d` or `400`.
struct DayCount: ExpressibleByArgument, Hashable {
  let days: Int

  init?(argument: String) {
    let digits = argument.hasSuffix("d") ? argument.dropLast() : argument[...]
    guard let days = Int(digits), (1...36600).contains(days) else { return nil }
    self.days = days
  }
}
