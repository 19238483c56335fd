import DMARC
import PublicSuffix
import ReportIntake
import ReportParsing

/// Reads and parses items on a thread of its own until there are no more.
struct Decoder {
  private let queue: DecodingQueue
  private let items: ItemBatch
  private let reader: ItemReader
  private let parser: ReportParser
  private let judge: TrustJudge

  /// Steps of a block that wait for its end at the most.
  private static let mostSteps = 64

  /// Thrown through the parser when the writer has stopped: nobody wants the rest.
  private struct Stopped: Error {}

  init(queue: DecodingQueue, items: ItemBatch, options: ImportOptions) {
    self.queue = queue
    self.items = items
    reader = ItemReader(limits: options.intakeLimits)
    let domains = PublicSuffixList()
    parser = ReportParser(domains: domains, limits: options.parsingLimits)
    judge = TrustJudge(server: options.trustedServer, domains: domains)
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
      steps.append(try parse(payload, of: block, after: &steps))
      // A mail may hold very many reports: they do not wait for its end.
      if steps.count >= Self.mostSteps { try hand(&steps, of: block) }
    }
    // Nothing more is asked of the mail's header: it does not wait for the writer.
    result.mail = nil
    return result
  }

  private func parse(
    _ payload: Payload, of block: Int, after steps: inout [DecodingStep]
  ) throws -> DecodingStep {
    do {
      let report = try parser.parse(
        next: { try payload.next() }, rewind: { try payload.rewind() },
        emit: { event in
          // A large report does not wait for its end: what came before goes with its first batch.
          steps.append(step(event, of: payload))
          try hand(&steps, of: block)
        })
      let standing = judge.standing(of: report.header.metadata, in: payload.mail)
      return .report(report, name: payload.name, standing)
    } catch let error as Stopped {
      throw error
    } catch {
      return .refused(error, name: payload.name)
    }
  }

  private func hand(_ steps: inout [DecodingStep], of block: Int) throws {
    guard queue.hand(steps, of: block) else { throw Stopped() }
    steps.removeAll()
  }

  private func step(_ event: ParsingEvent, of payload: Payload) -> DecodingStep {
    switch event {
    case .records(let batch, let header):
      .records(batch, header, judge.standing(of: header.metadata, in: payload.mail))
    case .restart: .restart
    }
  }
}
