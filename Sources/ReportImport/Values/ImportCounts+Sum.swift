extension ImportCounts {
  /// Adds the counts of another part of the import.
  mutating func add(_ more: ImportCounts) {
    items += more.items
    seen += more.seen
    knownRefused += more.knownRefused
    vanished += more.vanished
    acted += more.acted
    new += more.new
    newTLS += more.newTLS
    newFailures += more.newFailures
    duplicate += more.duplicate
    pruned += more.pruned
    others += more.others
    conflict += more.conflict
    replaced += more.replaced
    incomplete += more.incomplete
    undated += more.undated
    refused += more.refused
    setAside.merge(more.setAside, uniquingKeysWith: +)
    records += more.records
    messages += more.messages
  }
}
