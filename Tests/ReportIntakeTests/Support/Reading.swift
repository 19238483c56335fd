import Foundation
import ReportIntake

/// Everything that came out of an inbox.
struct Outcome: Equatable {
  var reports: [String] = []
  var names: [String] = []
  /// Errors of payloads that broke off.
  var broken: [IntakeError] = []
  var setAside: [SetAsideKind] = []
  var refusals: [Refusal] = []
  var vanished = 0

  var errors: [IntakeError] { refusals.map(\.error) }
}

func readAll(_ items: some Sequence<IntakeItem>, limits: IntakeLimits = .init()) -> Outcome {
  readAll(items, by: ItemReader(limits: limits))
}

func readAll(_ items: some Sequence<IntakeItem>, by reader: ItemReader) -> Outcome {
  var outcome = Outcome()
  for item in items {
    let result = reader.read(item) { payload in
      if let kind = SetAsideKind(payload.kind) {
        outcome.setAside.append(kind)
        return
      }
      outcome.names.append(payload.name)
      do throws(IntakeError) {
        outcome.reports.append(try text(of: payload))
      } catch {
        outcome.broken.append(error)
      }
    }
    for (kind, count) in result.setAside.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      outcome.setAside += Array(repeating: kind, count: count)
    }
    outcome.refusals += result.refusals
    outcome.vanished += result.hasVanished ? 1 : 0
  }
  return outcome
}

func text(of payload: Payload) throws(IntakeError) -> String {
  var bytes = Data()
  while let piece = try payload.next() { bytes.append(contentsOf: piece) }
  return String(decoding: bytes, as: UTF8.self)
}

/// Reads bytes as the only file given.
func read(_ bytes: Data, limits: IntakeLimits = .init()) throws -> Outcome {
  try TemporaryDirectory.with { directory in
    try readAll(
      Inbox(path: directory.write(bytes, "input"), limits: limits).items(), limits: limits)
  }
}

extension SetAsideKind {
  /// A report that these tests only count; `nil` for aggregate reports.
  init?(_ kind: ReportKind) {
    switch kind {
    case .aggregate: return nil
    case .tls: self = .tlsReport
    case .failure: self = .failureReport
    }
  }
}
