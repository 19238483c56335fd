import Foundation
import Glibc
import Synchronization
import TestSupport

/// A mailbox that is in use: mails arrive, are read, flagged and deleted, as dice decide.
final class BusyMailbox: Sendable {
  private let maildir: TestMaildir
  /// Imports that must meet a mailbox in use.
  static let leastImports = 6
  private let mails: Int
  private let state: Mutex<State>

  /// What became of the mails.
  struct State {
    var dice: Dice
    var delivered: [String] = []
    var deleted: Set<String> = []
    /// Deleted after an import that had begun when they were there: that import read them.
    var deletedAfterReading: Set<String> = []
    /// Imports that have ended.
    var imports = 0
    /// How many mails had been delivered when the last import that has ended began.
    var deliveredBeforeLastImport = 0
    /// Where each mail is now.
    var places: [String: String] = [:]
    var isDone = false
  }

  init(_ maildir: TestMaildir, mails: Int, seed: UInt64) {
    self.maildir = maildir
    self.mails = mails
    state = Mutex(State(dice: Dice(seed: seed)))
  }

  var isDone: Bool { state.withLock { $0.isDone } }

  /// What became of the mails, at the end.
  var outcome: State { state.withLock { $0 } }

  /// Runs an import, and remembers which mails it must have read.
  func during<T>(_ importing: () throws -> T) rethrows -> T {
    let before = state.withLock { $0.delivered.count }
    let outcome = try importing()
    state.withLock {
      $0.deliveredBeforeLastImport = before
      $0.imports += 1
    }
    return outcome
  }

  /// Delivers all mails, doing to earlier ones what people do, on a thread of its own.
  ///
  /// However slow the machine is, it goes on until some imports have met it.
  func start() {
    let thread = Thread { [self] in
      while step() { usleep(useconds_t(500 * Patience.factor)) }
      state.withLock { $0.isDone = true }
    }
    thread.start()
  }

  private func step() -> Bool {
    state.withLock { state in
      switch Int.random(in: 0..<10, using: &state.dice) {
      case 0..<4 where state.delivered.count < mails: deliver(&state)
      case 0..<4: break
      case 4..<6: read(&state)
      case 6..<9: flag(&state)
      default: delete(&state)
      }
      return state.delivered.count < mails || state.imports < Self.leastImports
    }
  }

  private func deliver(_ state: inout State) {
    let base = "\(1_790_000_000 + state.delivered.count).M\(state.delivered.count)P7.host.example"
    guard (try? maildir.deliver(ReportMail.text(id: base), as: base)) != nil else { return }
    state.delivered.append(base)
    state.places[base] = "new/\(base)"
  }

  /// A mail reader finds new mail: it moves to `cur`.
  private func read(_ state: inout State) {
    guard let mail = pick(&state), mail.place.hasPrefix("new/") else { return }
    move(mail.base, to: "cur/\(mail.base):2,", &state)
  }

  private func flag(_ state: inout State) {
    guard let mail = pick(&state) else { return }
    let flags = ["", "S", "F", "FS", "RS"].randomElement(using: &state.dice) ?? ""
    move(mail.base, to: "cur/\(mail.base):2,\(flags)", &state)
  }

  private func delete(_ state: inout State) {
    guard let mail = pick(&state), maildir.delete(mail.place) else { return }
    state.places[mail.base] = nil
    state.deleted.insert(mail.base)
    if state.delivered.prefix(state.deliveredBeforeLastImport).contains(mail.base) {
      state.deletedAfterReading.insert(mail.base)
    }
  }

  /// One of the mails, the latest more often: those are the ones an import may be reading.
  private func pick(_ state: inout State) -> (base: String, place: String)? {
    let recent = state.delivered.suffix(Bool.random(using: &state.dice) ? 20 : mails)
    guard let base = recent.randomElement(using: &state.dice) else { return nil }
    return state.places[base].map { (base, $0) }
  }

  private func move(_ base: String, to place: String, _ state: inout State) {
    guard let old = state.places[base], maildir.move(old, to: place) else { return }
    state.places[base] = place
  }
}
