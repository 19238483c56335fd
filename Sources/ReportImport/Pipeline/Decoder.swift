import PublicSuffix
import ReportIntake

/// Reads and parses items on a thread of its own until there are no more.
struct Decoder {
  private let queue: DecodingQueue
  private let items: ItemBatch
  private let reader: ItemReader
  private let aggregates: AggregateDecoder
  private let tls: TLSDecoder
  private let failures: FailureDecoder

  /// Steps of a block that wait for its end at the most.
  private static let mostSteps = 64

  init(queue: DecodingQueue, items: ItemBatch, options: ImportOptions) {
    self.queue = queue
    self.items = items
    reader = ItemReader(limits: options.intakeLimits)
    let domains = PublicSuffixList()
    let judge = TrustJudge(server: options.trustedServer, domains: domains)
    aggregates = AggregateDecoder(options: options, domains: domains, judge: judge)
    tls = TLSDecoder(options: options, judge: judge)
    failures = FailureDecoder(options: options, judge: judge)
  }

  func run() {
    while let block = queue.claim() {
      guard decode(block) else { return }
    }
  }

  /// Decodes a block of items; whether the writer still wants more.
  private func decode(_ block: Int) -> Bool {
    var steps: [DecodingStep] = []
    do {
      let range = queue.items(of: block)
      for (index, item) in zip(range, items.items(range)) {
        let result =
          items.mustOpen(index)
          ? try decode(item, of: block, after: &steps) : ItemResult()
        steps.append(.end(result))
      }
    } catch {
      return false
    }
    return queue.hand(steps, of: block)
  }

  private func decode(
    _ item: IntakeItem, of block: Int, after steps: inout [DecodingStep]
  ) throws -> ItemResult {
    if let stamp = item.changingStamp { steps.append(.opened(stamp: stamp)) }
    var result = try reader.read(item) { payload in
      steps.append(try decode(payload, of: block, after: &steps))
      // A mail may hold very many reports: they do not wait for its end.
      if steps.count >= Self.mostSteps { try hand(&steps, of: block) }
    }
    // Nothing more is asked of the mail's header: it does not wait for the writer.
    result.mail = nil
    return result
  }

  /// Gives a report to the decoder of its kind.
  private func decode(
    _ payload: Payload, of block: Int, after steps: inout [DecodingStep]
  ) throws -> DecodingStep {
    switch payload.kind {
    case .aggregate:
      try aggregates.decode(payload) { step in
        // A large report does not wait for its end: what came before goes with its first batch.
        steps.append(step)
        try hand(&steps, of: block)
      }
    case .tls: tls.decode(payload)
    case .failure: failures.decode(payload)
    }
  }

  private func hand(_ steps: inout [DecodingStep], of block: Int) throws {
    guard queue.hand(steps, of: block) else { throw WriterStopped() }
    steps.removeAll()
  }
}
