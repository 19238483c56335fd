import Analysis

/// The tables that are checked in.
enum Matrix {
  static func text(_ judged: [Judged]) -> String {
    """
    # Simulated estates and their verdicts

    \(judged.count) estates, made by the simulator in `Tests/EstateTests` from fixed seeds. A test \
    makes this page again and compares; `DMARC_REPORT_WRITE=1 swift test --filter MatrixTests` \
    writes it anew.

    ## Verdicts

    \(verdicts(judged))

    *unsafe* counts estates where publishing the record the program names would lose more \
    legitimate mail than the gate allows, or all of a legitimate stream of ten messages or more. \
    *unfit* counts verdicts that are not among those that fit the estate.

    ## Verdicts by kind of estate

    \(kinds(judged))

    ## The same estates by the rules of others

    \(rules(judged))

    """
  }

  private static func row(_ cells: [String]) -> String {
    "| \(cells.joined(separator: " | ")) |"
  }

  private static func table(_ head: [String], _ rows: [[String]]) -> String {
    ([row(head), row(head.map { _ in "---" })] + rows.map(row)).joined(separator: "\n")
  }

  private static func counts(_ judged: [Judged]) -> [String] {
    Verdict.allCases.map { verdict in
      let count = judged.filter { $0.verdict == verdict }.count
      return count == 0 ? "" : "\(count)"
    } + [
      "\(judged.filter(\.isUnsafe).count)",
      "\(judged.filter { !$0.fits }.count)",
    ]
  }

  private static var head: [String] {
    ["estates", "of them"] + Verdict.allCases.map(\.rawValue) + ["unsafe", "unfit"]
  }

  private static func verdicts(_ judged: [Judged]) -> String {
    table(
      head,
      Suite.Part.allCases.map { part in
        let of = judged.filter { $0.part == part }
        return [part.rawValue, "\(of.count)"] + counts(of)
      })
  }

  private static func kinds(_ judged: [Judged]) -> String {
    let parts: [Suite.Part] = [.waves, .troubled, .conditions, .undecidable]
    return table(
      head,
      parts.flatMap { part in
        let of = judged.filter { $0.part == part }
        let names = of.map(\.estate).reduce(into: [String]()) { names, name in
          if names.last != name { names.append(name) }
        }
        return names.map { name in
          let same = of.filter { $0.estate == name }
          return [name, "\(same.count)"] + counts(same)
        }
      })
  }

  /// Estates of which it is certain whether the next step is right; what is said of them.
  static func rules(_ judged: [Judged]) -> String {
    let certain = judged.filter { $0.part != .undecidable }
    let losing = certain.filter(\.wouldLose)
    let safe = certain.filter { !$0.wouldLose && $0.allowed == [.ready] }
    func line(_ name: String, _ moves: (Judged) -> Bool) -> [String] {
      let unsafe = losing.filter(moves).count
      let idle = safe.filter { !moves($0) }.count
      return [
        name, "\(unsafe) of \(losing.count)", percent(unsafe, losing.count),
        "\(idle) of \(safe.count)", percent(idle, safe.count),
      ]
    }
    return table(
      ["rule", "unsafe: moves where mail is lost", "", "idle: waits where nothing is wrong", ""],
      [line("this program") { $0.verdict == .ready }]
        + OtherRule.allCases.map { rule in line(rule.rawValue) { $0.others[rule] ?? false } })
  }

  private static func percent(_ part: Int, _ whole: Int) -> String {
    whole == 0 ? "" : "\((part * 100 + whole / 2) / whole) %"
  }
}
