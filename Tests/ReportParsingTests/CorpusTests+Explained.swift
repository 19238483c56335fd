extension CorpusTests {
  /// How and why the outcome differs from that of the corpus's own reader, which reads anything.
  static let explained: [String: String] = documentTypes.merging(incomplete) { one, _ in one }
    .merging(readOtherwise) { one, _ in one }

  /// A document type is refused, whatever is in it.
  private static let documentTypes = [
    "DmarcHelpers.Tests.ps1.inline/L00218.xml": "doctype",
    "ReportPayloadIngestorTests.cs.inline/L00150.xml": "doctype",
    "test_ingestion_security.py.inline/L00379.xml": "doctype",
    "test_ingestion_security.py.inline/L00388.xml": "doctype",
    "test_parsers.py.inline/L00055.xml": "doctype",
    "test_security.py.inline/L00241.xml": "doctype",
  ]

  /// What makes a report is missing, damaged or no time at all.
  private static let incomplete = [
    "ReportPayloadFormatTests.cs.inline/L00040.xml":
      "missing report_id date_range policy_published",
    "dmarc/forensic-sample.xml": "missing date_range",
    "fixtures/malformed.xml": "not well-formed",
    "missing-report-id/01-receiver.example!omicron.example!1785888000!1785974399.xml":
      "missing report_id",
    "reports/dmarc-invalid-2.xml": "missing date_range",
    "reports/dmarc-invalid-3.xml": "invalidPeriod(text: \"not-a-number\")",
    "test_archive_ingest.py.inline/L00034.xml": "missing date_range",
    "test_dmarc_parser.py.inline/L00127.xml": "missing report_metadata",
    "test_dmarc_parser.py.inline/L00202.xml": "missing report_metadata",
    "test_dmarc_parser.py.inline/L00208.xml": "missing policy_published",
    "test_email_processing_properties.py.inline/L00197.xml": "truncated",
    "test_email_processing_properties.py.inline/L00201.xml":
      "missing report_id date_range policy_published",
    "test_forensic_parser.py.inline/L00094.xml": "missing org_name date_range policy_published",
    "test_forensic_parser.py.inline/L00129.xml": "missing date_range",
    "test_imap_fetcher.py.inline/L00013.xml": "missing report_id date_range policy_published",
    "test_ingest.py.inline/L00034.xml": "missing date_range",
    "test_init.py.inline/L02134.xml": "missing date_range",
    "test_parser_dkim.py.inline/L00034.xml": "missing org_name report_id policy_published",
    "test_parser_dkim.py.inline/L00100.xml": "missing org_name report_id policy_published",
    "test_parsers.py.inline/L00080.xml": "missing report_metadata",
    "tests/invalid_report.xml": "missing report_metadata policy_published",
    "xml-minifier.util.spec.ts.inline/L00005.xml": "missing date_range policy_published",
  ]

  /// The domain of the email stands in for an organization without name, and a record without a
  /// usable count is left out.
  private static let readOtherwise = [
    "aggregate/!large-example.com!1711897200!1711983600.xml": "accurateplastics.com|2286|2286",
    "aggregate/invalid_utf_8.xml": "accurateplastics.com|1|1",
    "dmarc_test.go.inline/L00103.xml": "unit|0|0",
    "parser_test.go.inline/L00010.xml": "example.com|0|0",
    "test_init.py.inline/L01925.xml": "example.com|1|1",
  ]
}
