internal import CMalloc

/// How the process asks the system for memory.
enum Memory {
  /// From this size on, in bytes, a piece goes back to the system as soon as it is free.
  private static let largePiece: Int32 = 1 << 18

  /// Makes an import's peak that of what it uses, not of what it ever used at different times.
  ///
  /// Left alone, malloc keeps pieces as large as the largest it has ever seen freed
  /// (mallopt(3), M_MMAP_THRESHOLD).
  static func giveBackLargePieces() { mallopt(M_MMAP_THRESHOLD, largePiece) }
}
