import DMARC

/// Passing messages of a domain as its established reporters saw them, by day and reporter.
struct PassingMail {
  /// By observation; `nil` where there was no such mail.
  private let volumes: [MessageCount?]
  private let observations: [Observation]

  init(_ mail: DomainMail) {
    var volumes: [MessageCount?] = Array(repeating: nil, count: mail.observations.count)
    for group in mail.groups.indices
    where mail.groups[group].passes && mail.groups[group].isEstablished {
      for item in mail.mail(of: group) where mail.observation(of: item).isEstablished {
        let number = Int(item.observation)
        volumes[number] = (volumes[number] ?? 0) + item.messages
      }
    }
    self.volumes = volumes
    observations = mail.observations
  }

  /// By day.
  var daily: [Day: MessageCount] {
    var daily: [Day: MessageCount] = [:]
    for (observation, volume) in zip(observations, volumes) {
      if let volume { daily[observation.day, default: 0] += volume }
    }
    return daily
  }

  /// By reporter and day.
  var ofReporters: [Int: [Day: MessageCount]] {
    var days: [Int: [Day: MessageCount]] = [:]
    for (observation, volume) in zip(observations, volumes) {
      if let volume { days[observation.reporter, default: [:]][observation.day] = volume }
    }
    return days
  }
}
