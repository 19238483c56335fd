import Analysis

/// What kind of advice a sentence gives.
enum Advice {
  static func remedy(_ text: String?) -> TrueStream.Remedy {
    guard let text = text?.lowercased(), !text.contains("nothing to repair") else {
      return .nothing
    }
    if text.contains("publish the dkim key") || text.contains("publish its key") {
      return .publishKey
    }
    if text.contains("name its addresses in") || text.contains("name it in") { return .nameInSPF }
    return text.contains("sign") ? .sign : .nothing
  }
}
