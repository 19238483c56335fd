/// Why something could not be written.
public enum OutputError: Error, Hashable, Sendable {
  /// What something that is no plain file is.
  public enum FileKind: Hashable, Sendable { case directory, blockDevice, socket, brokenLink }

  /// Whoever read the output went away, which is no failure of ours.
  case closedPipe
  /// Writing failed with this errno.
  case cannotWrite(path: String, code: Int32)
  /// The file, or the new one beside it, could not be opened.
  case cannotCreate(path: String, code: Int32)
  /// The new file could not take the place of the old one.
  case cannotReplace(path: String, code: Int32)
  /// There is something that is no file to write to.
  case notAFile(path: String, kind: FileKind)
}
