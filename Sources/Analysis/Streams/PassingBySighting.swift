import DMARC

/// Passing messages of a domain as its established reporters saw them, by day and reporter.
struct PassingBySighting {
  /// By sighting; `nil` where there was no such mail.
  private let volumes: [Int64?]
  private let sightings: [Sighting]

  init(_ mail: DomainMail) {
    var volumes: [Int64?] = Array(repeating: nil, count: mail.sightings.count)
    for look in mail.looks.indices where mail.looks[look].passes && mail.looks[look].isEstablished {
      for item in mail.mail(of: look) where mail.sighting(of: item).isEstablished {
        let number = Int(item.sighting)
        volumes[number] = (volumes[number] ?? 0).adding(item.messages)
      }
    }
    self.volumes = volumes
    sightings = mail.sightings
  }

  /// By day.
  var daily: [Day: Int64] {
    var daily: [Day: Int64] = [:]
    for (sighting, volume) in zip(sightings, volumes) {
      if let volume { daily[sighting.day] = (daily[sighting.day] ?? 0).adding(volume) }
    }
    return daily
  }

  /// By reporter and day.
  var ofReporters: [Int: [Day: Int64]] {
    var days: [Int: [Day: Int64]] = [:]
    for (sighting, volume) in zip(sightings, volumes) {
      if let volume { days[sighting.reporter, default: [:]][sighting.day] = volume }
    }
    return days
  }
}
