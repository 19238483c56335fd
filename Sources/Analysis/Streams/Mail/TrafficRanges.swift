import Facts

extension [TrafficFact] {
  /// Where the traffic of each policy domain lies: the store gives it domain by domain, a range each.
  var rangesOfPolicyDomains: [Int: [Range<Int>]] {
    var ranges: [Int: [Range<Int>]] = [:]
    var start = 0
    for index in indices.dropFirst() where self[index].policyDomain != self[index - 1].policyDomain
    {
      ranges[self[start].policyDomain, default: []].append(start..<index)
      start = index
    }
    if let last { ranges[last.policyDomain, default: []].append(start..<count) }
    return ranges
  }
}
