import Analysis

/// What kind of advice the analysis gives, in the words of the truth.
enum Advice {
  static func remedy(_ remedy: Remedy) -> TrueStream.Remedy {
    switch remedy {
    case .sign: .sign
    case .publishKey: .publishKey
    case .nameInSPF: .nameInSPF
    case .answer, .nothing: .nothing
    }
  }
}
