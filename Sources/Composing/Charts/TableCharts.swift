import Charting
import Reading

extension ChartRequest.Kind {
  package var form: ChartKind {
    switch self {
    case .bar: .bar
    case .stacked: .stacked
    case .line: .line
    case .profile: .profile
    case .multiples: .multiples
    }
  }
}

extension ChartData {
  /// Columns of a CSV file, or of a report's result.
  package init(_ table: ChartTable) {
    let values = table.columns.flatMap { $0.values.compactMap { $0?.hundredths } }
    let places = values.allSatisfy { $0 % 100 == 0 } ? 0 : values.allSatisfy { $0 % 10 == 0 } ? 1 : 2
    self.init(
      heading: table.heading, labels: table.labels,
      series: table.columns.map { ChartSeries($0.name, $0.values.map { $0?.hundredths }) }, unit: table.unit,
      places: places, highlights: table.highlights,
      mark: table.mark.map { ChartMark($0.name, $0.value.hundredths) })
  }
}
