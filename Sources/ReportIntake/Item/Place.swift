/// Where in an item something is, and what that says about it.
struct Place {
  /// From the outside in, for people.
  var trail: [String] = []
  /// How many gzip, zip or base64 layers are around it.
  var containers = 0
  /// How many mails are around it.
  var messages = 0
  /// Mail boxes hold mails: what is not evidently something else is one.
  var isMessage = false
  /// A mail that may be text in the body of another, header and all: what its header says of its
  /// sender proves nothing.
  var isClaimed = false
  /// A text part of a mail: what it says is meant for people, unless it is a report.
  var isText = false
  /// How much it says about a mail when this turns out to be no report.
  var weight = Weight.none

  /// How sure it is that a report was meant here.
  enum Weight: Int, Comparable {
    case none, attachment, reportName, container

    static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  var name: String { trail.joined(separator: ": ") }

  /// The place of something in here.
  func inside(_ name: String = "") -> Place {
    var place = self
    if !name.isEmpty { place.trail.append(name) }
    return place
  }

  /// The place of the parts of a mail.
  func insideMail() -> Place {
    var place = self
    place.messages += 1
    place.weight = .none
    return place
  }

  /// The place of a mail of an mbox that is itself packed or attached.
  func insideMbox(_ number: Int, of count: Int) -> Place {
    var place = count > 1 ? inside("message \(number)") : self
    place.isMessage = true
    place.isClaimed = true
    place.isText = false
    return place
  }

  /// The place of what a container unpacks to.
  func unpacked(_ name: String = "") -> Place {
    var place = inside(name)
    place.containers += 1
    place.weight = .container
    place.isText = false
    return place
  }
}
