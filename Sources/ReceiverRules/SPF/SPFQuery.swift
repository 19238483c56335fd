public import DMARC

/// What a receiver knows of a mail when it asks SPF (RFC 7208 4.1).
public struct SPFQuery: Hashable, Sendable {
  /// The address of the client.
  public let address: SourceAddress
  /// The address of MAIL FROM; `postmaster@` the HELO name where it is empty (2.4).
  public let sender: String
  /// The name given in HELO or EHLO.
  public let helo: String
  /// What the receiver is called, for the `r` macro.
  public var receiver = "unknown"
  /// The time in UTC seconds, for the `t` macro.
  public var time: Int64 = 0

  /// A query about a mail.
  ///
  /// - Parameters:
  ///   - address: where the mail comes from.
  ///   - mailFrom: the address of MAIL FROM, or a domain alone; "" is the null sender.
  ///   - helo: the name given in HELO or EHLO; "" where it is not known.
  public init(address: SourceAddress, mailFrom: String, helo: String) {
    self.address = address
    self.helo = helo
    let sender = mailFrom.isEmpty ? helo : mailFrom
    // No local part is `postmaster` (4.3).
    if let at = sender.lastIndex(of: "@") {
      self.sender = at == sender.startIndex ? "postmaster" + sender : sender
    } else {
      self.sender = "postmaster@" + sender
    }
  }

  /// What stands before the last `@` of the sender.
  var localPart: Substring { sender[..<(sender.lastIndex(of: "@") ?? sender.startIndex)] }

  /// What stands behind it.
  public var domain: String {
    String(
      sender[(sender.lastIndex(of: "@").map { sender.index(after: $0) } ?? sender.startIndex)...])
  }
}
