/// The system has no room for a thread, so no mail can be read.
public struct ThreadFailure: Error, Equatable {
  /// What `pthread_create` returned.
  public let errno: Int32
}
