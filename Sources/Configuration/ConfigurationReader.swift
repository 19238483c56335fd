import DMARC
import Facts

/// Takes the settings out of a file, one by one, and refuses what is none.
struct ConfigurationReader {
  let file: ConfigurationFile

  func read(into settings: inout Configuration) throws(ConfigurationError) {
    for (key, value) in members(of: file.tree) { try read(key, value, into: &settings) }
  }

  /// In order of their names, so that of several mistakes always the same is told of.
  private func members(of tree: TOMLTree) -> [(String, TOMLTree)] {
    guard case .table(let members) = tree else { return [] }
    return members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func read(
    _ key: String, _ value: TOMLTree, into settings: inout Configuration
  ) throws(ConfigurationError) {
    switch key {
    case "database": settings.database = try setting([key], path(value), "a path from / or ~ on")
    case "mailboxes":
      settings.mailboxes = try setting([key], list(value, path), "a list of paths from / or ~ on")
    case "authserv-id": settings.authservID = try setting([key], text(value), "a text")
    case "own": settings.own = try setting([key], list(value, domain), "a list of domains")
    case "goal": settings.goal = try setting([key], goal(value), "quarantine or reject")
    case "days": settings.days = try setting([key], days(value), "a number from 1 to 36600")
    case "groups":
      for (name, names) in try tables(key, value) {
        guard OwnDomain.isGroupName(name) else {
          throw error([key, name], .badValue(key: "\(key).\(name)", needed: OwnDomain.groupRule))
        }
        settings.groups[name] = try setting([key, name], list(names, domain), "a list of domains")
      }
    case "thresholds":
      for (name, number) in try tables(key, value) {
        settings.thresholds[name] = try setting([key, name], self.number(number), "a number")
      }
    case "mail":
      for (name, addresses) in try tables(key, value) {
        let setting = try setting(
          [key, name], list(addresses, address), "a list of mail addresses")
        switch name {
        case "digest": settings.digest = setting
        case "alerts": settings.alerts = setting
        default: throw error([key, name], .unknownKey("\(key).\(name)"))
        }
      }
    default: throw error([key], .unknownKey(key))
    }
  }

  // MARK: Values, `nil` where they are of another kind

  private func text(_ value: TOMLTree) -> String? {
    guard case .text(let text) = value, !text.isEmpty else { return nil }
    return text
  }

  /// From where the program is started makes no difference.
  private func path(_ value: TOMLTree) -> String? {
    text(value).flatMap { $0.hasPrefix("/") || $0.hasPrefix("~") ? $0 : nil }
  }

  private func domain(_ value: TOMLTree) -> String? {
    text(value).flatMap { DomainName.asked($0) }.flatMap { $0.count == 1 ? $0[0] : nil }
  }

  private func address(_ value: TOMLTree) -> String? {
    text(value).flatMap { text in
      let parts = text.split(separator: "@", omittingEmptySubsequences: false)
      let isPlain = text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
      return parts.count == 2 && isPlain && !parts[0].isEmpty
        && DomainName.isName(DomainName.normalized(String(parts[1]))) ? text : nil
    }
  }

  private func goal(_ value: TOMLTree) -> Policy? {
    text(value).flatMap(Policy.init(rawValue:)).flatMap { $0 == .none ? nil : $0 }
  }

  private func days(_ value: TOMLTree) -> Int? {
    guard case .integer(let days) = value, (1...36600).contains(days) else { return nil }
    return days
  }

  private func number(_ value: TOMLTree) -> Double? {
    switch value {
    case .integer(let number) where number >= 0: Double(number)
    case .number(let number) where number >= 0 && number.isFinite: number
    default: nil
    }
  }

  private func list<Item>(_ value: TOMLTree, _ item: (TOMLTree) -> Item?) -> [Item]? {
    guard case .list(let values) = value else { return nil }
    let items = values.compactMap(item)
    return items.count == values.count ? items : nil
  }

  // MARK: Settings

  private func setting<Value>(
    _ key: [String], _ value: Value?, _ needed: String
  ) throws(ConfigurationError) -> Sourced<Value> {
    guard let value else {
      throw error(key, .badValue(key: key.joined(separator: "."), needed: needed))
    }
    return Sourced(value, file: file.path, line: file.line(of: key))
  }

  private func tables(
    _ key: String, _ value: TOMLTree
  ) throws(ConfigurationError) -> [(String, TOMLTree)] {
    guard case .table = value else { throw error([key], .badValue(key: key, needed: "a table")) }
    return members(of: value)
  }

  private func error(
    _ key: [String], _ fault: ConfigurationError.Fault
  ) -> ConfigurationError {
    ConfigurationError(file: file.path, line: file.line(of: key), fault)
  }
}
