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

  /// Thrown through the parser when the writer has stopped: nobody wants the rest.
  private struct Stopped: Error {}

  init(queue: DecodingQueue, items: ItemBatch, options: ImportOptions) {
    self.queue = queue
    self.items = items
    reader = ItemReader(limits: options.intakeLimits)
    parser = ReportParser(domains: PublicSuffixList(), limits: options.parsingLimits)
  }

  func run() {
    while let index = queue.claim() {
      guard decode(index) else { return }
    }
  }

  /// Decodes an item; whether the writer still wants more.
  private func decode(_ index: Int) -> Bool {
    guard items.mustOpen(index) else { return queue.hand([.end(ItemResult())], of: index) }
    var steps: [DecodingStep] = []
    do {
      let result = try reader.read(items[index]) { payload in
        steps.append(try parse(payload, of: index, before: &steps))
      }
      steps.append(.end(result))
    } catch {
      return false
    }
    return queue.hand(steps, of: index)
  }

  private func parse(
    _ payload: Payload, of index: Int, before steps: inout [DecodingStep]
  ) throws -> DecodingStep {
    // What came before goes first once batches of a large report are handed over on their own.
    var held = steps
    defer { steps = held }
    parser.recycle(queue.batch())
    do {
      let report = try parser.parse(
        next: { try payload.next() }, rewind: { try payload.rewind() },
        emit: { event in
          held.append(DecodingStep(event))
          guard queue.hand(held, of: index) else { throw Stopped() }
          held.removeAll()
          return queue.batch()
        })
      return .report(report, name: payload.name)
    } catch let error as Stopped {
      throw error
    } catch {
      return .refused(error, name: payload.name)
    }
  }
}

extension DecodingStep {
  fileprivate init(_ event: ParsingEvent) {
    switch event {
    case .records(let batch, let header): self = .records(batch, header)
    case .restart: self = .restart
    }
  }
}
