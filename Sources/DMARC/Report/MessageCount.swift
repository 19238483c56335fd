/// A number of messages, added up from what strangers say.
///
/// A report may claim 2^53 messages, and a thousand such reports are more than 64 bits hold. A sum
/// is kept in twice as many bits, which no store can fill: so no sum wraps around, what is left of a
/// whole stays right, and so does every share. Only where it is written down as a number is a larger
/// one held at the maximum of `Int64`.
public struct MessageCount: Hashable, Sendable {
  // Two words, and no `Int128` anywhere: an async function that meets one may return to nowhere
  // (Swift 6.3, x86-64).
  @usableFromInline let high: Int64
  @usableFromInline let low: UInt64

  @inlinable init(_ high: Int64, _ low: UInt64) {
    self.high = high
    self.low = low
  }

  /// So many messages.
  @inlinable public init(_ number: Int64) {
    self.init(number >> 63, UInt64(bitPattern: number))
  }

  /// The most there can be.
  @inlinable static var most: MessageCount { MessageCount(.max, .max) }

  /// The number as it is written down: the maximum of `Int64` stands for itself and all above.
  @inlinable public var number: Int64 { inOneWord ?? (high < 0 ? .min : .max) }

  /// The number where 64 bits hold it, as they nearly always do.
  @inlinable var inOneWord: Int64? {
    let word = Int64(bitPattern: low)
    return high == word >> 63 ? word : nil
  }

  /// The part of a whole, 0...1 where it is one; `nil` where there is no whole.
  public func share(of whole: MessageCount) -> Double? {
    whole > 0 ? Double(self) / Double(whole) : nil
  }
}

extension MessageCount: CustomStringConvertible {
  /// The number as it is written down.
  public var description: String { String(number) }
}

extension MessageCount: ExpressibleByIntegerLiteral {
  /// So many messages.
  @inlinable public init(integerLiteral number: Int64) { self.init(number) }
}

extension MessageCount: Comparable {
  /// Whether there are fewer on the left.
  @inlinable public static func < (left: MessageCount, right: MessageCount) -> Bool {
    left.high == right.high ? left.low < right.low : left.high < right.high
  }
}

/// Sums are of at most 2^63 counts of 64 bits, and so less than 2^127: `&+` cannot wrap.
extension MessageCount: AdditiveArithmetic {
  /// All messages of both.
  @inlinable public static func + (left: MessageCount, right: MessageCount) -> MessageCount {
    let (low, carries) = left.low.addingReportingOverflow(right.low)
    return MessageCount(left.high &+ right.high &+ (carries ? 1 : 0), low)
  }

  /// What is left without the messages on the right, which are among those on the left.
  @inlinable public static func - (left: MessageCount, right: MessageCount) -> MessageCount {
    let (low, borrows) = left.low.subtractingReportingOverflow(right.low)
    return MessageCount(left.high &- right.high &- (borrows ? 1 : 0), low)
  }
}

extension MessageCount {
  /// A whole part of a count that is not negative, of one part or more.
  public static func / (count: MessageCount, parts: Int) -> MessageCount {
    if let word = count.inOneWord { return MessageCount(word / Int64(parts)) }
    let (high, rest) = UInt64(bitPattern: count.high).quotientAndRemainder(
      dividingBy: UInt64(parts))
    return MessageCount(
      Int64(bitPattern: high), UInt64(parts).dividingFullWidth((rest, count.low)).quotient)
  }

  /// Several times as many of a count that is not negative, or the most there can be.
  public static func * (count: MessageCount, times: Int) -> MessageCount {
    let low = count.low.multipliedFullWidth(by: UInt64(times))
    let (high, overflows) = UInt64(bitPattern: count.high)
      .multipliedReportingOverflow(by: UInt64(times))
    let (sum, carries) = high.addingReportingOverflow(low.high)
    guard !overflows, !carries, let top = Int64(exactly: sum) else { return .most }
    return MessageCount(top, low.low)
  }
}

extension Double {
  /// The nearest number to a count of messages; that of one word is found many times faster.
  public init(_ count: MessageCount) {
    if let word = count.inOneWord {
      self.init(word)
    } else {
      self = Double(count.high) * 0x1p64 + Double(count.low)
    }
  }
}

extension Sequence<MessageCount> {
  /// All messages of these counts.
  public func total() -> MessageCount { reduce(0, +) }
}
