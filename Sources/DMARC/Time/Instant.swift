/// UTC seconds as people write them.
public enum Instant {
  /// A moment as `2026-11-23 20:45:00`, in UTC.
  public static func text(_ seconds: Int64) -> String {
    let day = Day(containing: seconds)
    let rest = Int(seconds - day.start)
    let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(day.text) \(clock.joined(separator: ":"))"
  }
}
