public import ArgumentParser
public import ReportOutput

/// The form of CSV, for spreadsheets of other languages than English.
struct CSVOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("What stands between the fields of CSV: , or ; or tab.", valueName: "text"))
  var separator: CSVDialect.Separator?

  @Option(
    help: "What stands before the decimals in CSV; with comma, fields are separated by ; .")
  var decimal = CSVDialect.Decimal.point

  @Flag(help: "CSV for Excel: a byte order mark before it, and long ids stay text.")
  var bom = false

  func validate() throws {
    if decimal == .comma, separator == .comma {
      throw ValidationError("--decimal comma needs --separator ';' or tab.")
    }
  }

  var dialect: CSVDialect {
    var dialect = CSVDialect()
    dialect.separator = separator ?? (decimal == .comma ? .semicolon : .comma)
    dialect.decimal = decimal
    dialect.isForExcel = bom
    return dialect
  }
}

extension CSVDialect.Separator: ExpressibleByArgument {}
extension CSVDialect.Decimal: ExpressibleByArgument {}
