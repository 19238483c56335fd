public enum DeviationName: String, CaseIterable, Sendable { case x }
