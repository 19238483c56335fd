import DMARC

/// Passing messages of a domain as its established reporters saw them, by day and reporter.
struct PassingBySighting {
  /// By sighting; `nil` where there was no such mail.
  private let volumes: [MessageCount?]
  private let sightings: [Sighting]

  init(_ mail: DomainMail) {
    var volumes: [MessageCount?] = Array(repeating: nil, count: mail.sightings.count)
    for look in mail.looks.indices where mail.looks[look].passes && mail.looks[look].isEstablished {
      for item in mail.mail(of: look) where mail.sighting(of: item).isEstablished {
        let number = Int(item.sighting)
        volumes[number] = (volumes[number] ?? 0) + item.messages
      }
    }
    self.volumes = volumes
    sightings = mail.sightings
  }

  /// By day.
  var daily: [Day: MessageCount] {
    var daily: [Day: MessageCount] = [:]
    for (sighting, volume) in zip(sightings, volumes) {
      if let volume { daily[sighting.day, default: 0] += volume }
    }
    return daily
  }

  /// By reporter and day.
  var ofReporters: [Int: [Day: MessageCount]] {
    var days: [Int: [Day: MessageCount]] = [:]
    for (sighting, volume) in zip(sightings, volumes) {
      if let volume { days[sighting.reporter, default: [:]][sighting.day] = volume }
    }
    return days
  }
}
