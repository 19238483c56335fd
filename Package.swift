// swift-tools-version: 6.2
import PackageDescription

/// One set of rules for every Swift target: Swift 6 mode, explicit imports, no warnings.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A room of the house: it may import only the rooms named in `after`, which stand before it.
func room(_ name: String, after: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: after, swiftSettings: strict)
}

func tests(_ name: String, of dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// What `--version` calls the commit: a build asks no git, whoever starts it does.
let commit = Context.environment["DMARC_REPORT_COMMIT"] ?? ""

let package = Package(
  name: "dmarc-report",
  products: [.executable(name: "dmarc-report", targets: ["dmarc-report"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
  ],
  targets: [
    // C libraries, each imported in exactly one room.
    .systemLibrary(name: "CLibIDN2", pkgConfig: "libidn2", providers: [.apt(["libidn2-dev"])]),
    .systemLibrary(name: "CLibPSL", pkgConfig: "libpsl", providers: [.apt(["libpsl-dev"])]),
    .systemLibrary(name: "CGMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CLibDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CLZ4", pkgConfig: "liblz4", providers: [.apt(["liblz4-dev"])]),
    // Debian gives bzip2 no pkg-config file.
    .systemLibrary(name: "CBzip2", providers: [.apt(["libbz2-dev"])]),
    .systemLibrary(name: "CLzma", pkgConfig: "liblzma", providers: [.apt(["liblzma-dev"])]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    // No pkg-config: Debian's libunbound.pc wants libevent's, which nothing here needs.
    .systemLibrary(name: "CUnbound", providers: [.apt(["libunbound-dev"])]),

    .target(name: "CCommit", cSettings: [.define("COMMIT", to: "\"\(commit)\"")]),

    // The rooms, in the order data moves through them.
    room("Workers"),
    room("DMARC", after: ["CLibIDN2"]),
    room("PublicSuffix", after: ["DMARC", "CLibPSL"]),
    room("DNS", after: ["DMARC"]),
    room("PublishedRecords", after: ["DMARC"]),
    room("ReceiverRules", after: ["DMARC", "DNS", "PublishedRecords"]),
    room("Resolver", after: ["Workers", "DMARC", "DNS", "CUnbound"]),
    room(
      "ReportIntake",
      after: [
        "CGMime", "CZlib", "CLibDeflate", "CLibZip", "CZstd", "CLZ4", "CBzip2", "CLzma",
      ]),
    room("Outbox", after: ["CGMime"]),
    .target(
      name: "ReportParsing", dependencies: ["DMARC", "CLibXML2"],
      resources: [
        .embedInCode("Validation/rfc7489.xsd"), .embedInCode("Validation/rfc9990.xsd"),
      ],
      swiftSettings: strict),
    room("Facts", after: ["DMARC"]),
    .target(
      name: "Schema", path: "schema",
      resources: [
        .embedInCode("v1.sql"), .embedInCode("v2.sql"), .embedInCode("v3.sql"),
        .embedInCode("v4.sql"),
      ],
      swiftSettings: strict),
    room(
      "Configuration",
      after: ["DMARC", "Facts", .product(name: "TOMLKit", package: "TOMLKit")]),
    room(
      "ReportStore",
      after: [
        "DMARC", "Facts", "Schema", "CSQLite",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    room(
      "ReportImport",
      after: [
        "Workers", "DMARC", "PublicSuffix", "ReportIntake", "ReportParsing", "Facts",
      ]),
    room("Analysis", after: ["Workers", "DMARC", "PublicSuffix", "Facts"]),
    room("DomainAudit", after: ["DMARC", "DNS", "PublishedRecords", "ReceiverRules", "Facts"]),
    room(
      "ReportOutput",
      after: [
        "DMARC", "DNS", "PublishedRecords", "ReceiverRules", "ReportParsing", "Facts", "Analysis",
        "DomainAudit",
      ]),
    room("Pages", after: ["DMARC", "Facts", "Analysis", "ReportOutput"]),
    room("Spreadsheets", after: ["DMARC", "Facts", "Analysis", "ReportOutput", "CXlsxWriter"]),
    room(
      "Commands",
      after: [
        "Workers", "DMARC", "PublicSuffix", "DNS", "PublishedRecords", "ReceiverRules", "Resolver",
        "ReportIntake", "ReportParsing", "Facts", "Schema", "Configuration", "ReportStore",
        "ReportImport", "Analysis", "DomainAudit", "ReportOutput", "Pages", "Spreadsheets",
        "Outbox", "CMalloc", "CCommit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "dmarc-report", dependencies: ["Commands"], swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "MemoryStore", dependencies: ["DMARC", "Facts"], path: "Tests/MemoryStore",
      swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests", dependencies: ["TestSupport"],
      exclude: ["corpus-differences.tsv"], swiftSettings: strict),
    tests("WorkersTests", of: ["Workers"]),
    tests("DMARCTests", of: ["DMARC"]),
    tests("PublishedRecordsTests", of: ["PublishedRecords", "TestSupport"]),
    tests("ReceiverRulesTests", of: ["DMARC", "DNS", "PublishedRecords", "ReceiverRules"]),
    tests("ReportOutputTests", of: ["DMARC", "ReportOutput"]),
    tests(
      "ReportIntakeTests",
      of: ["ReportIntake", "CZlib", "CZstd", "CLZ4", "CBzip2", "CLzma", "TestSupport"]),
    tests(
      "ReportImportTests",
      of: ["DMARC", "PublicSuffix", "ReportIntake", "Facts", "ReportImport"]),
    .testTarget(
      name: "ReportStoreTests",
      dependencies: [
        "DMARC", "Facts", "MemoryStore", "Schema", "ReportStore", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["inputs", "schemas"], swiftSettings: strict),
    tests("ReportParsingTests", of: ["DMARC", "PublicSuffix", "ReportParsing"]),
    tests("FactsTests", of: ["Facts"]),
    .testTarget(
      name: "PageTests", dependencies: ["Pages", "TestSupport", "dmarc-report"],
      exclude: ["look.py"], swiftSettings: strict),
    tests("AnalysisTests", of: ["DMARC", "PublicSuffix", "Facts", "Analysis", "MemoryStore"]),
    tests("HostileTests", of: ["TestSupport", "dmarc-report"]),
    tests(
      "EstateTests",
      of: ["Workers", "DMARC", "PublicSuffix", "Facts", "Analysis", "TestSupport"]),
    tests("DocumentationTests", of: ["TestSupport", "ReportParsing", "dmarc-report"]),
    tests(
      "DomainTests",
      of: [
        "DMARC", "DNS", "PublishedRecords", "ReceiverRules", "Resolver", "TestSupport",
        "dmarc-report",
      ]),
    tests("MailboxTests", of: ["TestSupport", "dmarc-report"]),
  ]
)
