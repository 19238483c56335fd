/// What the import that stores a report is, to whoever stores it.
struct StoringPlace {
  /// The number of the run.
  let run: Int64
  /// When it began, in UTC seconds.
  let started: Int64
  /// Whether reports are stored again that were deleted for their age.
  let takesPruned: Bool
}
