internal import CLibXML2

extension ReportParser {
  /// The library that XML is read with, and its version as loaded: 20914 is 2.9.14.
  public static var libraries: [String] {
    let number = Int(String(cString: xml_loaded_version()).prefix { $0.isNumber }) ?? 0
    return ["libxml2 \(number / 10000).\(number / 100 % 100).\(number % 100)"]
  }
}
