// swift-tools-version: 6.2
import PackageDescription

// The rooms that read what strangers send, built with the fuzzer's instruments. A package of its
// own: the flags that `run` gives it must not reach the program.
func room(_ name: String, after: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: after, path: "Rooms/\(name)",
    resources: name == "ReportParsing"
      ? [.embedInCode("Validation/rfc7489.xsd"), .embedInCode("Validation/rfc9990.xsd")] : [],
    swiftSettings: [
      .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
    ])
}

func library(_ name: String, _ pkgConfig: String? = nil) -> Target {
  .systemLibrary(name: name, path: "Rooms/\(name)", pkgConfig: pkgConfig)
}

let package = Package(
  name: "fuzz",
  targets: [
    library("CLibIDN2", "libidn2"), library("CLibPSL", "libpsl"), library("CGMime", "gmime-3.0"), library("CZlib", "zlib"),
    library("CLibDeflate", "libdeflate"), library("CLibZip", "libzip"),
    library("CLibXML2", "libxml-2.0"),
    room("DMARC", after: ["CLibIDN2"]),
    room("PublicSuffix", after: ["DMARC", "CLibPSL"]),
    library("CZstd", "libzstd"), library("CLZ4", "liblz4"), library("CBzip2"),
    library("CLzma", "liblzma"),
    room("ReportIntake", after: [
      "CGMime", "CZlib", "CLibDeflate", "CLibZip", "CZstd", "CLZ4", "CBzip2", "CLzma",
    ]),
    room("ReportParsing", after: ["DMARC", "CLibXML2"]),
    room("DNS", after: ["DMARC"]),
    room("PublishedRecords", after: ["DMARC"]),
    room("ReceiverRules", after: ["DMARC", "DNS", "PublishedRecords"]),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "DMARC", "PublicSuffix", "ReportIntake", "ReportParsing", "DNS", "PublishedRecords",
        "ReceiverRules",
      ],
      path: "Sources/fuzz",
      swiftSettings: [.enableExperimentalFeature("Extern")]),
  ],
  swiftLanguageModes: [.v6]
)
