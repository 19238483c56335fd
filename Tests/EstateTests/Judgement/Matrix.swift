import Analysis

/// The tables that are checked in.
enum Matrix {
  static func text(_ judged: [Judged]) -> String {
    """
    # Simulated estates and their verdicts

    \(judged.count) estates, made by the simulator in `Tests/EstateTests` from fixed seeds. A test \
    makes this page again and compares; `DMARC_REPORT_WRITE=1 swift test --filter MatrixTests` \
    writes it anew. Each estate is judged twice: as it stands, and after an owner who knows what \
    is theirs has answered every question truthfully.

    ## What it comes to

    \(measures(judged))

    ## Verdicts as they stand

    \(parts(judged, \.first))

    *unsafe* counts estates where publishing the record the program names would lose more \
    legitimate mail than the gate allows, or half of a legitimate stream of twenty messages or \
    more, or nine tenths of ten. *unfit* counts verdicts that are not among those that fit the \
    estate. *questions* is how many were asked on average.

    \(groups(judged, \.first))

    ## Verdicts after the answers

    \(parts(judged, \.settled))

    \(groups(judged, \.settled))

    ## Verdicts by kind of estate, as they stand

    \(kinds(judged, \.first))

    ## Verdicts by kind of estate, after the answers

    Only kinds in which something was asked.

    \(kinds(judged.filter { $0.answers > 0 }, \.settled))

    ## The same estates by the rules of others

    \(rules(judged))

    """
  }

  private typealias Which = KeyPath<Judged, Judged.Pass>

  private static func row(_ cells: [String]) -> String {
    "| \(cells.joined(separator: " | ")) |"
  }

  private static func table(_ head: [String], _ rows: [[String]]) -> String {
    ([row(head), row(head.map { _ in "---" })] + rows.map(row)).joined(separator: "\n")
  }

  private static func measures(_ judged: [Judged]) -> String {
    table(["measure", "asked for", "is"], Measures(judged).lines.map { [$0, $1, $2] })
  }

  private static func counts(_ judged: [Judged], _ which: Which) -> [String] {
    let passes = judged.map { $0[keyPath: which] }
    let tenths = judged.isEmpty ? 0 : judged.map(\.questions).reduce(0, +) * 10 / judged.count
    return Verdict.allCases.map { verdict in
      let count = passes.filter { $0.verdict == verdict }.count
      return count == 0 ? "" : "\(count)"
    } + [
      "\(passes.filter(\.isUnsafe).count)", "\(passes.filter { !$0.fits }.count)",
      "\(tenths / 10).\(tenths % 10)",
    ]
  }

  private static func head(_ first: String) -> [String] {
    [first, "of them"] + Verdict.allCases.map(\.rawValue) + ["unsafe", "unfit", "questions"]
  }

  private static func parts(_ judged: [Judged], _ which: Which) -> String {
    table(
      head("estates"),
      Suite.Part.allCases.map { part in
        let of = judged.filter { $0.part == part }
        return [part.rawValue, "\(of.count)"] + counts(of, which)
      })
  }

  private static func groups(_ judged: [Judged], _ which: Which) -> String {
    table(
      head("the same by truth"),
      Estate.Group.allCases.map { group in
        let of = judged.filter { $0.group == group }
        return [group.rawValue, "\(of.count)"] + counts(of, which)
      })
  }

  private static func kinds(_ judged: [Judged], _ which: Which) -> String {
    let parts: [Suite.Part] = [.waves, .troubled, .conditions, .undecidable, .worlds]
    return table(
      head("estates"),
      parts.flatMap { part in
        let of = judged.filter { $0.part == part }
        let names = of.map(\.estate).reduce(into: [String]()) { names, name in
          if names.last != name { names.append(name) }
        }
        return names.map { name in
          let same = of.filter { $0.estate == name }
          return [name, "\(same.count)"] + counts(same, which)
        }
      })
  }

  /// Estates of which it is certain whether the next step is right; what is said of them.
  static func rules(_ judged: [Judged]) -> String {
    let losing = judged.filter(\.wouldLose)
    let safe = judged.filter { !$0.wouldLose && $0.allowed == [.ready] }
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
