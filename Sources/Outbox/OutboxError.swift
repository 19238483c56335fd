/// Why a mail was not sent, as data; the sentences are made elsewhere.
public enum OutboxError: Error, Hashable, Sendable {
  /// It could not be written out: there is no memory.
  case cannotBeMade
  /// The program that sends could not be started; the system's error number.
  case cannotStart(path: String, errno: Int32)
  /// The program did not take all of it; the system's error number.
  case notTaken(path: String, errno: Int32)
  /// The program ended with this status, or with 128 and the number of the signal that ended it.
  case failed(path: String, status: Int32)
}
