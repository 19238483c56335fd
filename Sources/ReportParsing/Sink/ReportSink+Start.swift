internal import DMARC
internal import Glibc

/// Names and values of an element's attributes, in turn, and `nil` behind them, as libxml2 gives them.
typealias SAXAttributes = UnsafeMutablePointer<UnsafePointer<UInt8>?>

extension ReportSink {
  /// An element begins.
  @inline(__always)
  mutating func start(_ name: UnsafePointer<UInt8>, _ attributes: SAXAttributes?) {
    guard !isRefused else { return }
    depth &+= 1
    if depth > limits.depth { return refuse(.depth, limits.depth) }
    if let attributes, !take(attributes) { return }
    if value != .unknown {
      nested &+= 1
      return
    }
    if feedbackDepth == 0 { return startOutside(name) }
    if ignored > 0 {
      ignored &+= 1
      return
    }
    let found = elements.element(name)
    if found.isMisspelt { noteMisspelt(name) }
    let isForeign =
      found.isPrefixed
      ? namespaces.isForeign(prefixed: name) : namespaces.isForeignWithoutPrefix
    if isForeign { return ignore() }
    if found.element.isValue {
      startValue(found.element, name)
    } else {
      startGroup(found.element, name)
    }
  }

  /// The innermost element that means something.
  var place: Element { open.count == 0 ? .feedback : open.last }

  /// Counts the attributes of an element, and keeps the namespaces that it declares; whether there
  /// are not too many.
  @inline(never)
  private mutating func take(_ attributes: SAXAttributes) -> Bool {
    var count = 0
    while let attribute = attributes[2 * count] {
      if count == limits.attributes {
        refuse(.attributes, limits.attributes)
        return false
      }
      namespaces.take(attribute, attributes[2 * count + 1], at: depth)
      count += 1
    }
    return true
  }

  @inline(never)
  private mutating func startOutside(_ name: UnsafePointer<UInt8>) {
    if rootName == nil { rootName = QualifiedName(name).text }
    guard elements.element(name).element == .feedback else { return }
    if hasFeedback { return refuse(.severalReports) }
    hasFeedback = true
    feedbackDepth = depth
    header.namespace = namespaces.adopt(name)
    if depth > 1 { deviations.note(.documentWrapped, rootName) }
  }

  mutating func ignore() { ignored &+= 1 }

  @inline(never)
  mutating func ignoreUnknown(_ name: UnsafePointer<UInt8>) {
    deviations.note(.elementUnknown, QualifiedName(name).text)
    ignore()
  }

  @inline(never)
  private mutating func noteMisspelt(_ name: UnsafePointer<UInt8>) {
    deviations.note(.elementMisspelt, QualifiedName(name).text)
  }
}
