/// What is drawn one way: a name and a figure for each label, in the chart's unit; `nil` where there is no figure.
package struct ChartSeries: Sendable, Hashable {
  package var name: String
  package var values: [Int64?]

  package init(_ name: String, _ values: [Int64?]) {
    self.name = name
    self.values = values
  }
}

/// A value the others are measured by, such as a gate: a line across the drawing with its words.
package struct ChartMark: Sendable, Hashable {
  package var name: String
  package var value: Int64

  package init(_ name: String, _ value: Int64) {
    self.name = name
    self.value = value
  }
}

/// Figures and words of a chart, in the order they are drawn. What it is about is none of its business.
///
/// Figures are whole numbers of a fine unit, up to 10¹⁸ either way, so that nothing is rounded before it is printed.
package struct ChartData: Sendable, Hashable {
  /// Heading of the table's first column: what the labels are, or of small multiples what the series are.
  package var heading: String
  package var labels: [String]
  /// Each with as many values as there are labels.
  package var series: [ChartSeries]
  /// Written once at the axis and in the table's headings; empty for plain counts.
  package var unit: String
  /// Decimals a figure is written with; no more than `perOne` has.
  package var places: Int
  /// How many of the figures' unit make one, a power of ten: 100 where figures are hundredths.
  package var perOne: Int64
  /// The labels the caption speaks of, drawn in the accent colour with their figure in bold.
  package var highlights: [Int]
  package var mark: ChartMark?

  package init(
    heading: String, labels: [String], series: [ChartSeries], unit: String = "", places: Int = 2, perOne: Int64 = 100,
    highlights: [Int] = [], mark: ChartMark? = nil
  ) {
    precondition(series.allSatisfy { $0.values.count == labels.count }, "a series has a value for each label")
    self.heading = heading
    self.labels = labels
    self.series = series
    self.unit = unit
    self.places = places
    self.perOne = perOne
    self.highlights = highlights
    self.mark = mark
  }

  func text(_ value: Int64) -> String { withMinus(decimal(value, places: places, perOne: perOne)) }

  var values: [Int64] { series.flatMap { $0.values.compactMap { $0 } } }

  /// The finest step of an axis: no tick stands between figures that are written whole.
  var finest: Int64 { (0..<places).reduce(perOne) { unit, _ in max(1, unit / 10) } }
}

package enum ChartKind: Sendable, CaseIterable {
  /// One series: upright bars where the labels fit below them, lying ones beside their names otherwise.
  case bar
  /// Several series as parts of one bar.
  case stacked
  /// One line a series, named at its end.
  case line
  /// A row for each label, its figure a stroke on a common scale; a second series is a ring to compare with.
  case profile
  /// A small drawing for each series, all on one scale.
  case multiples
}

/// One of several small drawings, with the words beside it.
package struct ChartPanel: Sendable, Hashable {
  package let name: String
  package let svg: String
  /// Its largest figure, and the labels that have it; none where no figure is above zero.
  package let peak: String
  package let peakLabels: [String]
}

/// A drawing as inline SVG and the same as a table.
package struct Chart: Sendable, Hashable {
  /// Safe markup; empty where `panels` holds the drawings.
  package let svg: String
  package let panels: [ChartPanel]
  package let columns: [String]
  /// A label and its figures, as many as `columns`; an en dash where there is none.
  package let rows: [[String]]
}

/// Figures → a chart; `nil` where there isn't one figure to draw.
/// - Parameter label: what a screen reader says in place of the drawing.
package func draw(_ data: ChartData, as kind: ChartKind, label: String) -> Chart? {
  guard !data.values.isEmpty else { return nil }
  var svg = ""
  var panels: [ChartPanel] = []
  switch kind {
  case .bar, .stacked: svg = data.standsUpright ? uprightBars(data, label) : lyingBars(data, label)
  case .line: svg = lines(data, label)
  case .profile: svg = profile(data, label)
  case .multiples: panels = multiples(data)
  }
  let (columns, rows) = kind == .multiples ? data.tableBySeries : data.tableByLabel
  return Chart(svg: svg, panels: panels, columns: columns, rows: rows)
}

extension ChartData {
  fileprivate func figure(_ value: Int64?) -> String { value.map(text) ?? "–" }

  fileprivate var tableByLabel: ([String], [[String]]) {
    (
      [heading] + series.map { unit.isEmpty ? $0.name : "\($0.name)（\(unit)）" },
      labels.enumerated().map { index, label in [label] + series.map { figure($0.values[index]) } }
    )
  }

  fileprivate var tableBySeries: ([String], [[String]]) {
    ([heading] + labels, series.map { [$0.name] + $0.values.map(figure) })
  }
}
