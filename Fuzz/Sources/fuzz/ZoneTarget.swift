import DMARC
import DNS
import Dispatch
import PublishedRecords
import ReceiverRules

/// The readers of what strangers publish, and what follows from it: a zone of theirs, a line a record,
/// as `a TXT v=spf1 include:b.test -all`.
struct ZoneTarget: FuzzTarget {
  func take(_ bytes: UnsafeRawBufferPointer) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").prefix(64)
    var zone = MemoryZone()
    for line in lines {
      add(String(line), to: &zone)
      for kind in RecordKind.allCases { judge(String(line), as: kind) }
    }
    let made = zone
    wait {
      await check(made)
      await discover(made)
    }
  }

  private func add(_ line: String, to zone: inout MemoryZone) {
    let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return zone.add("a.test", text: line) }
    let (name, rest) = ("\(parts[0]).test", String(parts[2]))
    switch parts[1] {
    case "A", "AAAA":
      guard let address = SourceAddress(rest) else { return }
      zone.add(name, address.family == .ipv4 ? .a : .aaaa, .address(address))
    case "MX": zone.add(name, .mx, .exchange(preference: rest.utf8.count, host: rest))
    case "CNAME": zone.add(name, .cname, .name(DNSName.normalized(rest)))
    case "FAIL": for type in DNSType.allCases { zone.fail(name, type) }
    default: zone.add(name, text: rest)
    }
  }

  private func judge(_ text: String, as kind: RecordKind) {
    let judgement = RecordLint.judge([text], as: kind)
    precondition(
      judgement.verdict != .error || !judgement.findings.isEmpty, "an error without a finding")
  }

  private func check(_ zone: MemoryZone) async {
    let query = SPFQuery(
      address: SourceAddress("192.0.2.1") ?? .unknown, mailFrom: "someone@a.test", helo: "b.test")
    let outcome = await SPFEvaluator(zone).check(query)
    precondition(outcome.lookups <= 11 && outcome.voids <= 3, "a check went beyond its limits")
    precondition((outcome.explanation?.utf8.count ?? 0) <= 16_384, "an explanation grew")
    let texts = await zone.ask("a.test", .txt).texts
    guard let record = texts.lazy.compactMap(SPFRecord.init).first else { return }
    let census = await SPFCensus(of: record, at: "a.test", by: zone)
    precondition(census.entries.count <= 1_000, "a census went beyond its limits")
  }

  private func discover(_ zone: MemoryZone) async {
    let applied = await PolicyDiscovery(zone).byTreeWalk("x.y.a.test")
    precondition(applied.questions.count <= 8, "RFC 9989 4.10 asks eight questions at the most")
  }

  /// A zone in memory answers at once, so nothing waits for long.
  private func wait(_ work: @escaping @Sendable () async -> Void) {
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      await work()
      done.signal()
    }
    done.wait()
  }
}
