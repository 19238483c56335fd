internal import CXlsxWriter

extension Worksheet {
  /// A column of the table that a chart draws, and its colour as `0xRRGGBB`.
  struct Series {
    let column: Int
    let color: UInt32
  }

  /// A chart of stacked columns over rows of the table that follow each other.
  ///
  /// Its corner is in the cell `at`; names that are days are written as such.
  func chart(
    _ title: String, names: Int, areDays: Bool = false, series: [Series], rows: ClosedRange<Int>,
    heads: Int, at corner: (row: Int, column: Int)
  ) {
    guard let chart = book.chart(LXW_CHART_COLUMN_STACKED) else { return }
    for one in series {
      let line = chart_add_series(chart, range(names, rows), range(one.column, rows))
      chart_series_set_name(line, range(one.column, heads...heads))
      var fill = lxw_chart_fill()
      fill.color = one.color
      chart_series_set_fill(line, &fill)
    }
    chart_title_set_name(chart, title)
    chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    chart_set_series_gap(chart, 40)
    if areDays { chart_axis_set_num_format(chart.pointee.x_axis, "d mmm") }
    var options = lxw_chart_options()
    (options.x_scale, options.y_scale) = (1.6, 1.4)
    worksheet_insert_chart_opt(sheet, UInt32(corner.row), UInt16(corner.column), chart, &options)
  }

  /// Some rows of a column as a formula has it: `='By day'!$B$5:$B$34`.
  private func range(_ column: Int, _ rows: ClosedRange<Int>) -> String {
    let letters = Self.letters(column)
    let first = "$\(letters)$\(rows.lowerBound + 1)"
    return rows.count == 1
      ? "='\(name)'!\(first)" : "='\(name)'!\(first):$\(letters)$\(rows.upperBound + 1)"
  }

  private static func letters(_ column: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + column % 26)))
    return column < 26 ? letter : letters(column / 26 - 1) + letter
  }
}
