internal import Analysis

/// The streams that a sender is part of: what each counts as, and by which rule.
extension SourceDetail {
  private var inOrder: [(domain: String, streams: [Stream])] {
    streams.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// What people read of the streams, by the domain in whose name they come.
  var sections: [Section] {
    inOrder.flatMap { domain, streams -> [Section] in
      let wording = StreamWording(domain: domain)
      return [
        .heading("In the name of \(domain)"),
        .items(
          streams.map { stream in
            "\(stream.kind.rawValue)\(stream.weighs ? ", weighs" : ""): "
              + "\(Human.count(stream.messages)) messages, \(Human.count(stream.failing)) failing; "
              + wording.reason(for: stream) + (stream.rule.map { " (\($0.text))" } ?? "")
          }),
      ]
    }
  }

  /// The same for programs.
  var streamsJSON: JSONValue {
    .array(
      inOrder.flatMap { domain, streams in
        streams.map { stream in
          .object([
            "domain": .string(domain),
            "class": .string(stream.kind.rawValue),
            "weighs": .bool(stream.weighs),
            "messages": .integer(stream.messages),
            "failing": .integer(stream.failing),
            "reason": .string(StreamWording(domain: domain).reason(for: stream)),
            "rule": .string(orNull: stream.rule?.name),
            "evidence": stream.rule?.json ?? .null,
          ])
        }
      })
  }
}

extension Rule {
  /// The rule and its figures, to be looked up in docs/readiness-rules.md.
  fileprivate var text: String {
    guard case .object(let figures) = json, !figures.isEmpty else { return "rule \(name)" }
    let named = figures.map { "\($0.key) \($0.value.plainText)" }
    return "rule \(name): \(named.joined(separator: ", "))"
  }
}

extension JSONValue {
  fileprivate var plainText: String {
    if case .string(let text) = self { text } else { text() }
  }
}
