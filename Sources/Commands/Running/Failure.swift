internal import ArgumentParser
internal import Configuration
internal import Facts
internal import Glibc
internal import Outbox
internal import ReportImport
internal import ReportIntake
internal import ReportOutput
internal import ReportParsing
internal import Resolver
internal import Spreadsheets
internal import Workers

/// The one place that turns errors into what people read and the status the program ends with.
enum Failure {
  static func explain(_ error: any Error) -> (Diagnostic, ExitStatus)? {
    switch error {
    case let error as StoreError: explain(error)
    case let error as InputFailure: (input(error), .failure)
    case let error as OutputError: error.diagnostic.map { ($0, .failure) }
    case let error as OutboxError: (error.diagnostic, .failure)
    case let error as WorkbookError: (error.diagnostic, .failure)
    case let error as ThreadFailure: (thread(error), .failure)
    case let error as ResolverFailure: (error.diagnostic, .failure)
    case let error as ConfigurationError: (error.diagnostic, .usage)
    case let error as UsageFailure:
      (Diagnostic(.error, error.what, why: error.why, hint: error.hint), .usage)
    default: (Diagnostic(.error, "unexpected", why: String(describing: error)), .failure)
    }
  }

  private static func input(_ failure: InputFailure) -> Diagnostic {
    switch failure.error {
    case let error as IntakeError:
      Diagnostic(
        .error, failure.path, why: error.sentence, hint: hint(error, failure.path))
    case let error as ReportRefusal: Diagnostic(.error, failure.path, why: error.sentence)
    default: Diagnostic(.error, failure.path, why: String(describing: failure.error))
    }
  }

  private static func thread(_ failure: ThreadFailure) -> Diagnostic {
    Diagnostic(
      .error, "import",
      why: "no thread can be started: \(String(cString: strerror(failure.errno)))",
      hint: "make room in memory, or raise the limit of processes (ulimit -u)")
  }

  private static func hint(_ error: IntakeError, _ path: String) -> String? {
    switch error {
    case .notFound where path.contains("://"):
      "it fetches no mail: docs/fetching.md tells how to bring it here"
    case .notFound:
      "give the path of a Maildir, an mbox, a folder or a file, or - for standard input"
    case .notReadable(let code) where code == EACCES: "run it as the user who owns the mail"
    case .notAMaildir: "make it with maildirmake, or name a folder that has cur, new and tmp"
    default: nil
    }
  }

  private static func explain(_ error: StoreError) -> (Diagnostic, ExitStatus) {
    switch error {
    case .missing(let path):
      (
        Diagnostic(
          .error, "database \(path)", why: "there is none yet",
          hint: "dmarc-report import PATH makes it; --database names another"), .database
      )
    case .cannotOpen(let path, let code):
      (
        Diagnostic(
          .error, "database \(path)", why: String(cString: strerror(code)),
          hint: "--database names another place"), .database
      )
    case .notOurs(let path):
      (
        Diagnostic(
          .error, "database \(path)", why: "it is no database of dmarc-report",
          hint: "--database names another"), .database
      )
    case .newer(let path, let unknown):
      (
        Diagnostic(
          .error, "database \(path)",
          why: "a newer dmarc-report wrote it (schema \(unknown.joined(separator: ", ")))",
          hint: "upgrade dmarc-report"), .database
      )
    case .notMigrated(let path, let version, let copy, let message):
      (
        Diagnostic(
          .error, "database \(path)",
          why: "it could not be brought to schema \(version): \(message)",
          hint: "nothing was changed; a copy of it is at \(copy)"), .database
      )
    case .notReplaceable(let path, let obstacle): (obstacle.diagnostic(path), .failure)
    case .busy(let path):
      (
        Diagnostic(
          .error, "database \(path)", why: "another import is at work",
          hint: "try again when it is done; nothing was changed"), .busy
      )
    case .cancelled: (Diagnostic(.error, "interrupted", why: "nothing was changed"), .interrupted)
    case .full(let path):
      (
        Diagnostic(
          .error, "database \(path)", why: "the disk is full",
          hint: "make room and run it again; what was committed is safe"), .failure
      )
    case .notWritable(let path):
      (
        Diagnostic(
          .error, "database \(path)", why: "it or its folder is not writable",
          hint: "SQLite keeps a log beside the database, for readers too; copy it elsewhere"),
        .database
      )
    case .sqlite(let path, let code, let message):
      (
        Diagnostic(
          .error, "database \(path)", why: "\(message) (SQLite \(code))",
          hint: "a damaged database can be made anew by importing the mail again"), .database
      )
    }
  }
}

/// Something is wrong with an input that was named on the command line.
struct InputFailure: Error {
  let path: String
  let error: any Error
}

/// Something is wrong with what was asked for.
struct UsageFailure: Error {
  let what: String
  let why: String
  var hint: String?
}

extension WorkbookError {
  fileprivate var diagnostic: Diagnostic {
    switch self {
    case .noPlace(let code):
      Diagnostic(
        .error, "workbook", why: "/tmp has no place for it: \(String(cString: strerror(code)))")
    case .notWritten(let message): Diagnostic(.error, "workbook", why: message)
    }
  }
}

extension ResolverFailure {
  fileprivate var diagnostic: Diagnostic {
    switch self {
    case .cannotStart(let message): Diagnostic(.error, "resolver", why: message)
    case .badServer(let server):
      Diagnostic(
        .error, "resolver \(server)", why: "it is no address",
        hint: "give it as 192.0.2.53, or with a port as 192.0.2.53@5300")
    case .badAnchors(let path):
      Diagnostic(.error, "trust anchors \(path)", why: "the file cannot be read")
    }
  }
}

extension OutboxError {
  fileprivate var diagnostic: Diagnostic {
    switch self {
    case .cannotBeMade: Diagnostic(.error, "mail", why: "there is no memory to make it")
    case .cannotStart(let path, let code):
      Diagnostic(
        .error, "mail: \(path)", why: String(cString: strerror(code)),
        hint: "install a mail system that has sendmail, as postfix, exim4, msmtp-mta or dma")
    case .notTaken(let path, let code):
      Diagnostic(
        .error, "mail: \(path)", why: "it did not take it all: \(String(cString: strerror(code)))")
    case .failed(let path, let status):
      Diagnostic(
        .error, "mail: \(path)", why: "it ended with status \(status)",
        hint: "nothing is remembered as sent; the log of the mail system says why")
    }
  }
}

extension StoreError.Obstacle {
  fileprivate func diagnostic(_ path: String) -> Diagnostic {
    switch self {
    case .database:
      Diagnostic(
        .error, "copy \(path)", why: "it is the database itself",
        hint: "give the copy another name")
    case .log:
      Diagnostic(
        .error, "copy \(path)", why: "a database there is in use, or was when it was left",
        hint: "end what uses it; then move it away with its -wal, -shm and -journal")
    case .noFile:
      Diagnostic(
        .error, "copy \(path)", why: "what is there is no file",
        hint: "give the copy another name")
    }
  }
}
