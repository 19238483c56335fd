/// An organization that receives mail and reports on it.
struct Receiver {
  var name: String
  var weight: Int
  var isModern = false
  /// Days of the window on which it sends no report.
  var silentDays: Set<Int> = []

  static let usual = [
    Receiver(name: "google.com", weight: 50), Receiver(name: "Enterprise Outlook", weight: 22),
    Receiver(name: "Yahoo", weight: 14),
    Receiver(name: "mx.gmx.example", weight: 8, isModern: true),
    Receiver(name: "comcast.example", weight: 4),
    Receiver(name: "mail.hobby.example", weight: 2, isModern: true),
  ]
}
