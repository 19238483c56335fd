extension MaildirListing {
  /// Where a base name is, if it is there.
  func firstIndex(ofBase base: ArraySlice<UInt8>) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].base.lexicographicallyPrecedes(base) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < count && self[low].base == base ? low : nil
  }
}
