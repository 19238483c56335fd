import Dispatch
import Foundation
import Glibc

/// A name server on the loopback, which answers as a test tells it: at once, late, seldom, never.
///
/// Whoever asks it, asks over UDP; it follows no alias, as name servers do for names elsewhere.
public final class NameServer: @unchecked Sendable {
  /// What a record says.
  public enum Record: Sendable {
    case address([UInt8])
    /// NS, CNAME or PTR, by its number.
    case name(UInt16, String)
    case exchange(UInt16, String)
    case text([String])

    var type: UInt16 {
      switch self {
      case .address(let bytes): bytes.count == 4 ? 1 : 28
      case .name(let type, _): type
      case .exchange: 15
      case .text: 16
      }
    }
  }

  /// How it treats its askers.
  public struct Manner: Sendable {
    /// Seconds before each answer.
    public var delay = 0.0
    /// Every so manieth question is lost; 0 for none.
    public var loses = 0
    /// It answers nothing at all.
    public var isSilent = false

    /// At once, and everything.
    public init(delay: Double = 0, loses: Int = 0, isSilent: Bool = false) {
      (self.delay, self.loses, self.isSilent) = (delay, loses, isSilent)
    }
  }

  /// The port it listens on.
  public let port: UInt16
  private let descriptor: Int32
  private let records: [String: [Record]]
  private let broken: [String: Set<UInt16>]
  private let names: Set<String>
  private let manner: Manner
  private let queue = DispatchQueue(label: "name server", attributes: .concurrent)
  private let lock = NSLock()
  private var asked: [String] = []

  /// A server of these records.
  ///
  /// - Parameters:
  ///   - records: by name in lower case, without a dot at the end.
  ///   - broken: types of names that end in SERVFAIL; an empty set is all types.
  ///   - manner: how it treats its askers.
  ///   - host: the address to listen on.
  ///   - port: the port to listen on; any where it is 0.
  /// - Throws: `CocoaError` where there is no socket to be had.
  public init(
    _ records: [String: [Record]], broken: [String: Set<UInt16>] = [:], manner: Manner = Manner(),
    at host: String = "127.0.0.1", port: UInt16 = 0
  ) throws {
    (self.records, self.broken, self.manner) = (records, broken, manner)
    var names: Set<String> = []
    for name in Array(records.keys) + Array(broken.keys) {
      let labels = name.split(separator: ".", omittingEmptySubsequences: false)
      for start in labels.indices { names.insert(labels[start...].joined(separator: ".")) }
    }
    self.names = names
    let descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr(host)
    address.sin_port = port.bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    var buffer: Int32 = 4 << 20
    setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &buffer, 4)
    let (bound, known) = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        (bind(descriptor, $0, size), getsockname(descriptor, $0, &size))
      }
    }
    guard bound == 0, known == 0 else { throw CocoaError(.fileWriteUnknown) }
    self.descriptor = descriptor
    self.port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [self] in work() }
  }

  /// The option that makes the program ask this server.
  public var option: [String] { ["--resolver", "127.0.0.1@\(port)"] }

  /// The questions that came, as `TXT example.com`, in order.
  public var questions: [String] { lock.withLock { asked } }

  /// Ends the server.
  public func stop() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  private func work() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    var count = 0
    while true {
      var peer = sockaddr_storage()
      var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
      let length = withUnsafeMutablePointer(to: &peer) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          recvfrom(descriptor, &buffer, buffer.count, 0, $0, &size)
        }
      }
      guard length > 0 else { break }
      count += 1
      if manner.isSilent || (manner.loses > 0 && count % manner.loses == 0) { continue }
      guard let reply = reply(to: Array(buffer.prefix(length))) else { continue }
      let (to, toSize) = (peer, size)
      if manner.delay == 0 {
        send(reply, to, toSize)
      } else {
        queue.asyncAfter(deadline: .now() + manner.delay) { [self] in send(reply, to, toSize) }
      }
    }
    close(descriptor)
  }

  private func send(_ bytes: [UInt8], _ peer: sockaddr_storage, _ size: socklen_t) {
    withUnsafePointer(to: peer) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = sendto(descriptor, bytes, bytes.count, 0, $0, size)
      }
    }
  }

  private func reply(to query: [UInt8]) -> [UInt8]? {
    guard query.count > 16 else { return nil }
    var labels: [String] = []
    var place = 12
    while place < query.count, query[place] > 0 {
      let end = place + 1 + Int(query[place])
      guard end < query.count else { return nil }
      labels.append(String(decoding: query[(place + 1)..<end], as: UTF8.self))
      place = end
    }
    guard place + 4 < query.count else { return nil }
    let question = Array(query[12...(place + 4)])
    let name = labels.joined(separator: ".").lowercased()
    let type = UInt16(query[place + 1]) << 8 | UInt16(query[place + 2])
    lock.withLock { asked.append("\(Self.text(type)) \(name)") }
    let (code, answers) = answers(name, type)
    // QR, AA, RD and RA; one question, the answers, no more.
    var reply = Array(query[0..<2]) + [0x85, 0x80 | code, 0, 1]
    reply += [UInt8(answers.count >> 8), UInt8(answers.count & 255), 0, 0, 0, 0]
    return reply + question + answers.flatMap { $0 }
  }

  private func answers(_ name: String, _ type: UInt16) -> (UInt8, [[UInt8]]) {
    var (name, answers, isFirst) = (name, [[UInt8]](), true)
    for _ in 0..<16 {
      if let types = broken[name], types.isEmpty || types.contains(type) { return (2, []) }
      let own = isFirst ? [0xc0, 0x0c] : Self.wire(name)
      let found = records[name] ?? []
      let wanted = found.filter { $0.type == type }
      if !wanted.isEmpty { return (0, answers + wanted.map { Self.answer(own, $0) }) }
      guard let alias = found.first(where: { $0.type == 5 }), case .name(_, let next) = alias else {
        return (names.contains(name) || !isFirst ? 0 : 3, answers)
      }
      answers.append(Self.answer(own, alias))
      (name, isFirst) = (next, false)
    }
    return (0, answers)
  }

  private static func answer(_ name: [UInt8], _ record: Record) -> [UInt8] {
    let data: [UInt8] =
      switch record {
      case .address(let bytes): bytes
      case .name(_, let name): wire(name)
      case .exchange(let preference, let host):
        [UInt8(preference >> 8), UInt8(preference & 255)] + wire(host)
      case .text(let strings):
        strings.isEmpty
          ? [0] : strings.flatMap { [UInt8(min($0.utf8.count, 255))] + $0.utf8.prefix(255) }
      }
    return name + [0, UInt8(record.type), 0, 1, 0, 0, 0x0e, 0x10]
      + [UInt8(data.count >> 8), UInt8(data.count & 255)] + data
  }

  private static func wire(_ name: String) -> [UInt8] {
    name.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + $0.utf8 } + [0]
  }

  private static func text(_ type: UInt16) -> String {
    [
      1: "A", 2: "NS", 5: "CNAME", 6: "SOA", 12: "PTR", 15: "MX", 16: "TXT", 28: "AAAA", 52: "TLSA",
    ][
      type] ?? "\(type)"
  }
}
