extension Evaluation {
  /// Reads a canonical text back; text that is none reads as an evaluation that says nothing.
  public init(canonical text: String) {
    self = CanonicalText.read(text) { Evaluation(reading: &$0) } ?? .silent
  }

  /// An evaluation that says nothing.
  public static var silent: Evaluation {
    Evaluation(disposition: .missing, dkim: .missing, spf: .missing)
  }

  private init(reading reader: inout CanonicalReader) {
    self = .silent
    reader.list { reader, part in
      switch part {
      case 0: disposition = Sent(reading: &reader)
      case 1: dkim = Sent(reading: &reader)
      case 2: spf = Sent(reading: &reader)
      case 3: reader.list { reader, _ in overrides.append(Override(reading: &reader)) }
      default: reader.skip()
      }
    }
  }

  /// The canonical text of the evaluation.
  public var canonical: CanonicalText.Value {
    .list([
      disposition.canonical, dkim.canonical, spf.canonical,
      overrides.isEmpty
        ? .null
        : .list(overrides.map { .list([$0.type.canonical, CanonicalText.Value($0.comment)]) }),
    ])
  }
}

extension Override {
  fileprivate init(reading reader: inout CanonicalReader) {
    self.init(type: .missing, comment: nil)
    reader.list { reader, part in
      switch part {
      case 0: type = Sent(reading: &reader)
      case 1: comment = reader.text()
      default: reader.skip()
      }
    }
  }
}
