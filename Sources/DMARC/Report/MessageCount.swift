/// A number of messages, added up from what strangers say.
///
/// A report may claim 2^53 messages, and a thousand such reports are more than 64 bits hold. A sum
/// is kept in twice as many bits, which no store can fill: so no sum wraps around, what is left of a
/// whole stays right, and so does every share. Only where it is written down as a number is a larger
/// one held at the maximum of `Int64`.
public struct MessageCount: Hashable, Sendable {
  // Two words, not an `Int128`: an async function that is handed one of those may return to
  // nowhere (Swift 6.3, x86-64).
  @usableFromInline let high: Int64
  @usableFromInline let low: UInt64

  @inlinable init(exact: Int128) {
    high = Int64(truncatingIfNeeded: exact >> 64)
    low = UInt64(truncatingIfNeeded: exact)
  }

  @inlinable var exact: Int128 { Int128(high) << 64 | Int128(low) }

  /// So many messages.
  @inlinable public init(_ number: Int64) { self.init(exact: Int128(number)) }

  /// The number as it is written down: the maximum of `Int64` stands for itself and all above.
  @inlinable public var number: Int64 { inOneWord ?? (exact < 0 ? .min : .max) }

  /// The number where 64 bits hold it, as they nearly always do.
  @inlinable var inOneWord: Int64? {
    let word = Int64(truncatingIfNeeded: exact)
    return Int128(word) == exact ? word : nil
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
    left.exact < right.exact
  }
}

/// Sums are of at most 2^63 counts of 64 bits, and so less than 2^127: `&+` cannot wrap.
extension MessageCount: AdditiveArithmetic {
  /// All messages of both.
  @inlinable public static func + (left: MessageCount, right: MessageCount) -> MessageCount {
    MessageCount(exact: left.exact &+ right.exact)
  }

  /// What is left without the messages on the right, which are among those on the left.
  @inlinable public static func - (left: MessageCount, right: MessageCount) -> MessageCount {
    MessageCount(exact: left.exact &- right.exact)
  }
}

extension MessageCount {
  /// A whole part; never ask for one of zero parts.
  @inlinable public static func / (count: MessageCount, parts: Int) -> MessageCount {
    MessageCount(exact: count.exact / Int128(parts))
  }

  /// Several times as many, or the most there can be.
  @inlinable public static func * (count: MessageCount, times: Int) -> MessageCount {
    let (product, overflow) = count.exact.multipliedReportingOverflow(by: Int128(times))
    return MessageCount(exact: overflow ? .max : product)
  }
}

extension Double {
  /// The nearest number to a count of messages; that of one word is found many times faster.
  public init(_ count: MessageCount) {
    if let word = count.inOneWord { self.init(word) } else { self.init(count.exact) }
  }
}

extension Sequence<MessageCount> {
  /// All messages of these counts.
  public func total() -> MessageCount { reduce(0, +) }
}
