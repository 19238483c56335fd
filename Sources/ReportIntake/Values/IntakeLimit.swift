/// A limit of `IntakeLimits` by name; the raw value is the option that raises it.
public enum IntakeLimit: String, Hashable, Sendable, CaseIterable {
  case mailBytes = "--max-mail-bytes"
  case unpackedBytes = "--max-unpacked-bytes"
  case unpackedBytesPerMail = "--max-unpacked-bytes-per-mail"
  case archiveMembers = "--max-archive-members"
  case containerDepth = "--max-container-depth"
  case messageDepth = "--max-message-depth"
  case mimeParts = "--max-mime-parts"
  case headerFields = "--max-header-fields"
}
