extension Evidence {
  /// Reads a canonical text back; text that is none reads as no evidence.
  public init(canonical text: String) {
    self = CanonicalText.read(text) { Evidence(reading: &$0) } ?? Evidence()
  }

  private init(reading reader: inout CanonicalReader) {
    self.init()
    reader.list { reader, part in
      switch part {
      case 0: reader.list { reader, _ in dkim.append(DKIMSignature(reading: &reader)) }
      case 1: reader.list { reader, _ in spf.append(SPFCheck(reading: &reader)) }
      default: reader.skip()
      }
    }
  }

  /// The canonical text of the evidence.
  public var canonical: CanonicalText.Value {
    .list([
      .list(dkim.map(\.canonical)),
      spf.isEmpty ? .null : .list(spf.map(\.canonical)),
    ])
  }
}

extension DKIMSignature {
  init(reading reader: inout CanonicalReader) {
    self.init(domain: nil, result: .missing)
    reader.list { reader, part in
      switch part {
      case 0: domain = reader.text()
      case 1: selector = reader.text()
      case 2: result = Sent(reading: &reader)
      case 3: humanResult = reader.text()
      default: reader.skip()
      }
    }
  }

  var canonical: CanonicalText.Value {
    .list([
      CanonicalText.Value(domain), CanonicalText.Value(selector), result.canonical,
      CanonicalText.Value(humanResult),
    ])
  }
}

extension SPFCheck {
  init(reading reader: inout CanonicalReader) {
    self.init(domain: nil, result: .missing)
    reader.list { reader, part in
      switch part {
      case 0: domain = reader.text()
      case 1: scope = Sent(reading: &reader)
      case 2: result = Sent(reading: &reader)
      case 3: humanResult = reader.text()
      default: reader.skip()
      }
    }
  }

  var canonical: CanonicalText.Value {
    .list([
      CanonicalText.Value(domain), scope.canonical, result.canonical,
      CanonicalText.Value(humanResult),
    ])
  }
}
