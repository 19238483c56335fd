public import Analysis
public import DMARC
internal import Facts

/// One domain of a digest in words, for whatever the mail is written in.
public struct DigestText {
  /// Things that are listed of each kind.
  private static let most = 8

  /// What it is about.
  public let digest: DomainDigest
  private let period: ClosedRange<Day>
  private let names: Names
  private let wording: StreamWording

  init(_ digest: DomainDigest, _ period: ClosedRange<Day>, _ names: Names) {
    (self.digest, self.period, self.names) = (digest, period, names)
    wording = StreamWording(domain: digest.domain.domain)
  }

  private var domain: DomainReadiness { digest.domain }
  private var scopes: [ScopeReadiness] { [domain.own] + [domain.subdomains].compactMap(\.self) }

  /// The domain and the verdict on it.
  public var title: String { "\(Human.named(domain.domain)): \(domain.verdict.rawValue)" }

  /// The verdict in a sentence.
  public var verdict: String {
    ScopeText(domain.own, domain: domain.domain, names: names).verdictSentence
  }

  // MARK: What to do

  /// Something to be done.
  public struct Step: Hashable, Sendable {
    /// What, and why.
    public var sentence: String
    /// Lines to copy, of which one is to be chosen where there are several.
    public var lines: [String] = []
  }

  /// What to do, first things first.
  public var steps: [Step] { fixes + questions + publish }

  private var fixes: [Step] {
    let fixes = scopes.flatMap(\.fixes)
    let told = fixes.prefix(Self.most).map { stream in
      let identity = Human.named(stream.identity.text)
      let label = stream.name.map { "\($0), \(identity)" } ?? identity
      let advice = wording.advice(for: stream) ?? "set it right"
      return Step(
        sentence: "\(label): \(Human.counted(stream.atRisk)) at risk. What to do: \(advice).")
    }
    return told + rest(fixes.count).map { Step(sentence: $0) }
  }

  private var questions: [Step] {
    let questions = scopes.flatMap(\.questions)
    let told = questions.prefix(Self.most).map { question in
      let text = QuestionText(question, names: names)
      return Step(sentence: text.sentence, lines: text.commands)
    }
    return told + rest(questions.count).map { Step(sentence: $0) }
  }

  private var publish: [Step] {
    guard domain.next.isChange, domain.verdict.isGood else { return [] }
    return [
      Step(
        sentence: "Publish the next policy:",
        lines: ["_dmarc.\(domain.domain) TXT \"\(domain.next.record)\""])
    ]
  }

  private func rest(_ count: Int) -> [String] {
    count > Self.most ? ["\(count - Self.most) more: dmarc-report readiness"] : []
  }

  // MARK: The days beside those before

  /// What stands above the kinds.
  public var periodTitle: String {
    period.count == 7
      ? "This week and the one before" : "These \(period.count) days and as many before"
  }

  /// Messages of a kind.
  public struct KindRow: Hashable, Sendable {
    /// The kind; `nil` for all of them.
    public var kind: MailKind?
    /// The kind in words.
    public var title: String
    /// How many there are.
    public var now: MessageCount
    /// How many there were before; `nil` where no report tells.
    public var before: MessageCount?

    /// How much that is more or less.
    public var change: String { before.map { Human.change(from: $0, to: now) } ?? "" }
  }

  /// The kinds there are, and all messages at the end.
  public var kinds: [KindRow] {
    let both = digest.counts + digest.countsBefore
    let all = KindRow(
      title: "All", now: digest.counts.messages,
      before: digest.isReportedBefore ? digest.countsBefore.messages : nil)
    return MailKind.allCases.filter { both[$0] > 0 }.map { kind in
      KindRow(
        kind: kind, title: kind.title, now: digest.counts[kind],
        before: digest.isReportedBefore ? digest.countsBefore[kind] : nil)
    } + [all]
  }

  // MARK: Who is new, and who is not there

  /// The senders that are new, with their messages.
  public var newSenders: String {
    list(
      digest.newSenders.map {
        "\(Human.named($0.identity.text)) (\(Human.count($0.counts.messages)))"
      })
  }

  /// The reporters that fell silent.
  public var silentReporters: String { list(digest.silentReporters.map(Human.named)) }

  private func list(_ names: [String]) -> String {
    names.isEmpty ? "none" : (names.prefix(Self.most) + rest(names.count)).joined(separator: ", ")
  }
}

extension DigestText {
  /// All of it as plain text.
  var sections: [Section] {
    let steps = steps.flatMap { step -> [Section] in
      [.paragraph(step.sentence)] + (step.lines.isEmpty ? [] : [.items(step.lines)])
    }
    return [.heading(title), .paragraph(verdict)]
      + (steps.isEmpty ? [] : [.heading("What to do")]) + steps
      + [
        .heading(periodTitle),
        .table(key: "kinds", kindTable), .table(key: "days", dayTable),
        .facts([
          Fact("New senders", .text(newSenders)), Fact("Silent reporters", .text(silentReporters)),
        ]),
      ]
  }

  private var kindTable: TableData {
    TableData(
      kinds,
      columns: [
        .text("kind", "Kind") { $0.title },
        .messages("now", "Messages") { $0.now },
        .messages("before", "Before") { $0.before },
        .text("change", "Change") { $0.change },
      ])
  }

  private var dayTable: TableData {
    TableData(
      digest.days,
      columns: [
        .day("day", "Day") { $0.day },
        .count("reports", "Reports") { Int64($0.reports) },
        .messages("messages", "Messages") { $0.counts.messages },
        .messages("passes", "Pass") { $0.counts[.passes] },
        .messages("at_risk", "At risk") { $0.counts[.atRisk] },
        .messages("in_question", "Question") { $0.counts[.inQuestion] },
        .messages("spoofed", "Spoofed") { $0.counts[.spoofed] },
      ])
  }
}

extension Human {
  /// How much more or less there is than before: `+5.2 %`, `new` where there was nothing.
  static func change(from before: MessageCount, to now: MessageCount) -> String {
    guard before != now else { return "as before" }
    guard let part = now.share(of: before) else { return "new" }
    return "\(part > 1 ? "+" : "")\(share(part - 1))"
  }
}
