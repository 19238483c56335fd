internal import ArgumentParser
internal import Glibc
internal import Outbox

/// To whom a mail goes, from whom, and whether it is sent.
struct MailOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "An address the mail goes to, in place of the configuration's; may be given several times.",
      valueName: "address"))
  var to: [String] = []

  @Option(
    help: ArgumentHelp(
      "The address it comes from; else that of the account on this machine.", valueName: "address"))
  var from: String?

  @Flag(help: "Hand the mail to the mail system, in place of printing it.")
  var send = false

  @Option(
    help: ArgumentHelp(
      "The program that sends; it is called with -t -i.", visibility: .hidden))
  var sendmail = Sendmail.usualPath

  func validate() throws {
    for address in to + [from].compactMap(\.self) where !Self.isAddress(address) {
      throw ValidationError("\(address): that is no address of the form user@host.")
    }
  }

  /// Plain addresses alone: nothing in one ends a header's line or begins another address.
  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && text.utf8.count <= 254
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy { byte in
            byte > 0x20 && byte != 0x7F && !#"<>()[],;:\""#.utf8.contains(byte)
          }
      }
  }

  /// The addresses it goes to, of the options or else of the configuration; throws where it is to be
  /// sent and there is none.
  func recipients(else configured: [String]) throws -> [String] {
    let addresses = to.isEmpty ? configured : to
    guard !send || !addresses.isEmpty else {
      throw UsageFailure(
        what: "--send", why: "nobody is named to send it to",
        hint: "--to ADDRESS, or mail in the configuration file")
    }
    for address in addresses where !Self.isAddress(address) {
      throw UsageFailure(what: address, why: "that is no address of the form user@host")
    }
    return addresses
  }

  /// The address it comes from.
  var sender: String { from ?? "\(Self.account)@\(Self.host)" }

  /// The host in that address, which names what is unique here.
  var senderHost: String { sender.split(separator: "@").last.map { String($0) } ?? Self.host }

  private static var account: String {
    getpwuid(geteuid())?.pointee.pw_name.map { String(cString: $0) } ?? "dmarc-report"
  }

  private static var host: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0, name[0] != 0 else { return "localhost" }
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
