internal import CUnbound
internal import DMARC
internal import DNS

/// Turns a result of libunbound into an answer.
enum UnboundAnswer {
  static func read(_ result: ub_result, _ question: DNSQuestion, validates: Bool) -> DNSAnswer {
    let security = security(result, validates: validates)
    var answer = DNSAnswer(.notKnown(.malformed), security: security, ttl: Int(result.ttl))
    let canonical = result.canonname.map { DNSName.normalized(String(cString: $0)) }
    if let canonical, canonical != question.name { answer.alias = canonical }
    if result.havedata != 0 {
      let data = records(result, question.type)
      answer.state = data.isEmpty ? .notKnown(.malformed) : .there(data)
    } else if result.nxdomain != 0 {
      answer.state = .notThere(.noName)
    } else if result.rcode == 0 {
      answer.state = .notThere(.noData)
    } else {
      answer.state = .notKnown(.refused(code: Int(result.rcode)))
    }
    return answer
  }

  private static func security(_ result: ub_result, validates: Bool) -> DNSAnswer.Security {
    guard validates else { return .notKnown }
    if result.secure != 0 { return .secure }
    guard result.bogus != 0 else { return .insecure }
    let why = result.why_bogus.map { String(cString: $0) } ?? ""
    // A resolver that strips DNSSEC makes everything bogus, the root first of all.
    return why.contains("trust anchor") || why.contains("for key .") ? .notKnown : .bogus(why)
  }

  private static func records(_ result: ub_result, _ type: DNSType) -> [DNSData] {
    guard let data = result.data, let lengths = result.len else { return [] }
    var all: [[UInt8]] = []
    while let start = data[all.count] {
      all.append(
        Array(UnsafeRawBufferPointer(start: start, count: Int(lengths[all.count]))))
    }
    // Servers turn records round; who asks twice shall read the same, MX by their preference.
    return all.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { RecordData.read($0, type) }
  }
}
