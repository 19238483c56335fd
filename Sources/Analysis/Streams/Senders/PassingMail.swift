import DMARC

/// Passing messages of a domain as its established reporters saw them, by day and reporter.
struct PassingMail {
  /// By observation; `nil` where there was no such mail.
  private let volumes: [Int64?]
  private let observations: [Observation]

  init(_ mail: DomainMail) {
    var volumes: [Int64?] = Array(repeating: nil, count: mail.observations.count)
    for group in mail.groups.indices
    where mail.groups[group].passes && mail.groups[group].isEstablished {
      for item in mail.mail(of: group) where mail.observation(of: item).isEstablished {
        let number = Int(item.observation)
        volumes[number] = (volumes[number] ?? 0).adding(item.messages)
      }
    }
    self.volumes = volumes
    observations = mail.observations
  }

  /// By day.
  var daily: [Day: Int64] {
    var daily: [Day: Int64] = [:]
    for (observation, volume) in zip(observations, volumes) {
      if let volume { daily[observation.day] = (daily[observation.day] ?? 0).adding(volume) }
    }
    return daily
  }

  /// By reporter and day.
  var ofReporters: [Int: [Day: Int64]] {
    var days: [Int: [Day: Int64]] = [:]
    for (observation, volume) in zip(observations, volumes) {
      if let volume { days[observation.reporter, default: [:]][observation.day] = volume }
    }
    return days
  }
}
