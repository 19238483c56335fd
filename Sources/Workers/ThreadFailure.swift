/// The system has no room for a thread.
public struct ThreadFailure: Error, Equatable {
  /// What `pthread_create` returned.
  public let errno: Int32
}
