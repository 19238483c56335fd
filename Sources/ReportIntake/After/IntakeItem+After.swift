extension IntakeItem {
  /// Carries out what was asked for; never overwrites and never follows a link.
  public func perform(_ act: AfterAct) throws(IntakeError) -> AfterOutcome { .notApplicable }
}
