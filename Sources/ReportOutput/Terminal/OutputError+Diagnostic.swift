internal import Glibc

extension OutputError {
  /// What a user is told; a closed pipe is worth no word.
  public var diagnostic: Diagnostic? {
    switch self {
    case .closedPipe: nil
    case .cannotWrite(let path, let code):
      Diagnostic(.error, "cannot write to \(path)", why: text(code), hint: hint(code))
    case .cannotCreate(let path, let code):
      Diagnostic(.error, "cannot create \(path)", why: text(code), hint: hint(code))
    case .cannotReplace(let path, let code):
      Diagnostic(.error, "cannot replace \(path)", why: text(code), hint: hint(code))
    case .notAFile(let path, let kind):
      Diagnostic(.error, "cannot write to \(path)", why: kind.words, hint: kind.hint)
    }
  }

  private func text(_ code: Int32) -> String {
    String(cString: strerror(code))
  }

  private func hint(_ code: Int32) -> String? {
    switch code {
    case ENOSPC, EDQUOT: "free some space, or write to another disk"
    case ENOENT, ENOTDIR: "make the folder first"
    case EACCES, EPERM, EROFS: "write to a folder that is yours"
    default: nil
    }
  }
}

extension OutputError.FileKind {
  fileprivate var words: String {
    switch self {
    case .directory: "it is a folder"
    case .blockDevice: "it is a disk"
    case .socket: "it is no file"
    case .brokenLink: "it is a link to nothing"
    }
  }

  fileprivate var hint: String {
    switch self {
    case .directory: "add a file name to it"
    case .blockDevice, .socket: "name a file, or - for standard output"
    case .brokenLink: "remove the link, or name its target"
    }
  }
}
