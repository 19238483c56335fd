internal import Dispatch
internal import Synchronization

/// Lets a command, which is not asynchronous, wait for what is.
enum Waiting {
  static func value<Value: Sendable>(
    of work: @escaping @Sendable () async throws -> Value
  ) throws -> Value {
    let done = DispatchSemaphore(value: 0)
    let place = Place<Value>()
    Task {
      do { place.put(.success(try await work())) } catch { place.put(.failure(error)) }
      done.signal()
    }
    done.wait()
    guard let result = place.take() else { throw CancellationError() }
    return try result.get()
  }

  private final class Place<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)

    func put(_ value: Result<Value, any Error>) { result.withLock { $0 = value } }
    func take() -> Result<Value, any Error>? { result.withLock { $0 } }
  }
}
