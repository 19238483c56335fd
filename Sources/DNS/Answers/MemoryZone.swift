/// A resolver whose answers are given beforehand.
///
/// Names that are not in it do not exist, unless a name below them does.
public struct MemoryZone: DNSResolving {
  private var records: [DNSQuestion: [DNSData]] = [:]
  private var troubled: [DNSQuestion: DNSAnswer.Trouble] = [:]
  private var names: Set<String> = []

  /// As many aliases in a row as resolvers follow.
  private static let longestChain = 12

  /// An empty zone.
  public init() {}

  /// Adds a record.
  public mutating func add(_ name: String, _ type: DNSType, _ data: DNSData) {
    records[DNSQuestion(name, type), default: []].append(data)
    addName(name)
  }

  /// Adds a TXT record of one string.
  public mutating func add(_ name: String, text: String) {
    add(name, .txt, .strings([Array(text.utf8)]))
  }

  /// Makes a question one that is never answered.
  public mutating func fail(
    _ name: String, _ type: DNSType, _ trouble: DNSAnswer.Trouble = .timeout
  ) {
    troubled[DNSQuestion(name, type)] = trouble
    addName(name)
  }

  /// Makes a name exist, and those above it (RFC 8020).
  public mutating func addName(_ name: String) {
    var next: String? = DNSName.normalized(name)
    while let name = next, names.insert(name).inserted { next = DNSName.parent(of: name) }
  }

  /// The answer to a question, aliases followed.
  public func answer(_ question: DNSQuestion) async -> DNSAnswer {
    var asked = question
    var alias: String?
    for _ in 0...Self.longestChain {
      if let trouble = troubled[asked] { return DNSAnswer(.notKnown(trouble)) }
      if let found = records[asked] {
        return DNSAnswer(.there(found), security: .insecure, ttl: 3600, alias: alias)
      }
      guard let next = records[DNSQuestion(asked.name, .cname)]?.first?.name else {
        let absence: DNSAnswer.Absence = names.contains(asked.name) ? .noData : .noName
        return DNSAnswer(.notThere(absence), security: .insecure, alias: alias)
      }
      alias = next
      asked = DNSQuestion(next, question.type)
    }
    return DNSAnswer(.notKnown(.refused(code: 2)))
  }
}
