internal import DMARC
internal import Glibc

extension ReportSink {
  /// An element begins.
  @inline(__always)
  mutating func start(
    _ name: UnsafePointer<UInt8>, namespace: UnsafePointer<UInt8>?, attributes: Int
  ) {
    guard !isRefused else { return }
    depth &+= 1
    if depth > limits.depth { return refuse(.depth, limits.depth) }
    if attributes > limits.attributes { return refuse(.attributes, limits.attributes) }
    if value != .unknown {
      nested &+= 1
      return
    }
    if feedbackDepth == 0 { return startOutside(name, namespace: namespace) }
    if ignored > 0 {
      ignored &+= 1
      return
    }
    let found = elements.element(name)
    if found.isMisspelt { noteMisspelt(name) }
    if let namespace, isForeign(namespace) { return ignore() }
    if found.element.isValue {
      startValue(found.element, name)
    } else {
      startGroup(found.element, name)
    }
  }

  /// The innermost element that means something.
  var place: Element { open.count == 0 ? .feedback : open.last }

  /// Extensions live in namespaces of their own; one about DMARC is the report's.
  ///
  /// Asked of every element, so no more is looked at than any real one has.
  @inline(__always)
  private func isForeign(_ namespace: UnsafePointer<UInt8>) -> Bool {
    guard namespace != rootNamespace else { return false }
    let length = strnlen(UnsafeRawPointer(namespace).assumingMemoryBound(to: CChar.self), 256)
    return !(0..<max(0, length - 4)).contains { memcmp(namespace + $0, "dmarc", 5) == 0 }
  }

  @inline(never)
  private mutating func startOutside(
    _ name: UnsafePointer<UInt8>, namespace: UnsafePointer<UInt8>?
  ) {
    if rootName == nil { rootName = String(cString: name) }
    guard elements.element(name).element == .feedback else { return }
    if hasFeedback { return refuse(.severalReports) }
    hasFeedback = true
    feedbackDepth = depth
    rootNamespace = namespace
    header.namespace = namespace.map { String(cString: $0) }
    if depth > 1 { deviations.note(.documentWrapped, rootName) }
  }

  mutating func ignore() { ignored &+= 1 }

  @inline(never)
  mutating func ignoreUnknown(_ name: UnsafePointer<UInt8>) {
    deviations.note(.elementUnknown, String(cString: name))
    ignore()
  }

  @inline(never)
  private func noteMisspelt(_ name: UnsafePointer<UInt8>) {
    deviations.note(.elementMisspelt, String(cString: name))
  }
}
