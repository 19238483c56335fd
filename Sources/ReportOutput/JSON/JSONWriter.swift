/// Writes JSON values (RFC 8259) to an output.
struct JSONWriter {
  /// Compact is without white space; pretty is indented, lists of plain values on one line.
  enum Layout { case compact, pretty }

  let output: Output
  let layout: Layout

  func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: output.append("null")
    case .bool(let flag): output.append(flag ? "true" : "false")
    case .integer(let number): output.append(String(number))
    case .number(let number): output.append(DecimalText.number(number) ?? "null")
    case .string(let text): JSONString.write(text, to: output)
    case .array(let items): write(items, depth: depth)
    case .object(let members): write(members, depth: depth)
    }
  }

  private func write(_ items: [JSONValue], depth: Int) {
    let oneLine = items.allSatisfy(\.isPlain)
    output.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      oneLine ? space(after: index) : newLine(depth + 1)
      write(item, depth: depth + 1)
    }
    if !oneLine { newLine(depth) }
    output.append(UInt8(ascii: "]"))
  }

  private func write(_ members: [JSONMember], depth: Int) {
    output.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      name(member.key, depth: depth + 1)
      write(member.value, depth: depth + 1)
    }
    if !members.isEmpty { newLine(depth) }
    output.append(UInt8(ascii: "}"))
  }

  /// The name of a member, up to its value.
  func name(_ key: String, depth: Int) {
    newLine(depth)
    JSONString.write(key, to: output)
    output.append(layout == .pretty ? ": " : ":")
  }

  func newLine(_ depth: Int) {
    guard layout == .pretty else { return }
    output.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { output.append("  ") }
  }

  private func space(after index: Int) {
    if layout == .pretty, index > 0 { output.append(UInt8(ascii: " ")) }
  }
}

extension JSONValue {
  /// Whether it is neither an object nor an array with something in it.
  var isPlain: Bool {
    switch self {
    case .array(let items): items.isEmpty
    case .object(let members): members.isEmpty
    default: true
    }
  }

  /// The value as JSON text; `pretty` is indented.
  public func text(pretty: Bool = false) -> String {
    let output = Output.memory()
    JSONWriter(output: output, layout: pretty ? .pretty : .compact).write(self, depth: 0)
    return output.text
  }
}
