import Charting
import Templating
import Wording

/// A chart as a page shows it: the message in words, the drawing, and its figures as a table.
package struct ChartView: Fillable {
  package struct Panel: Fillable {
    package var name: String
    @HTML package var svg: String
    /// Its largest figure, in words.
    package var peak: String
  }

  package struct Row: Fillable {
    package var label: String
    package var figures: [String]
  }

  /// The message: what the figures say.
  package var title: String
  /// How to read the drawing.
  package var note: String
  /// One drawing, or `panels` of small ones.
  @HTML package var svg: String
  var hasPanels: Bool { !panels.isEmpty }
  package var panels: [Panel]
  package var heading: String
  package var columns: [String]
  package var rows: [Row]

  package init(
    title: String, note: String, svg: String, panels: [Panel], heading: String, columns: [String], rows: [Row]
  ) {
    self.title = title
    self.note = note
    self.svg = svg
    self.panels = panels
    self.heading = heading
    self.columns = columns
    self.rows = rows
  }

  package static let specimen = ChartView(
    title: "3月最高，18.50分，占全年18%", note: "逐月得分；下段为规定动作，上段为自选动作。",
    svg: "<svg class=\"plot\" viewBox=\"0 0 480 222\" role=\"img\" aria-label=\"3月最高\"></svg>",
    panels: [
      Panel(
        name: "环境监测", svg: "<svg class=\"small\" viewBox=\"0 0 120 44\" aria-hidden=\"true\"></svg>",
        peak: "3月 212.50")
    ], heading: "月", columns: ["规定动作（分）", "自选动作（分）"],
    rows: [Row(label: "3", figures: ["14.00", "4.50"])])
}

extension ChartView {
  /// `nil` where there is no figure to draw: the page then says so in words.
  package init?(_ data: ChartData, as kind: ChartKind, title: String, note: String) {
    guard let chart = draw(data, as: kind, label: title) else { return nil }
    self.title = title
    self.note = note
    svg = chart.svg
    panels = chart.panels.map { Panel(name: $0.name, svg: $0.svg, peak: Words.peak($0.peakLabels, $0.peak)) }
    heading = chart.columns.first ?? ""
    columns = Array(chart.columns.dropFirst())
    rows = chart.rows.map { Row(label: $0.first ?? "", figures: Array($0.dropFirst())) }
  }
}
