import Addressing
import Diagnostics
import Parsing
import Scoring
import Texts

extension ChartDecoder {
  /// The columns of a CSV file that a chart shows.
  func figures(_ table: YAMLTable, _ form: ChartRequest.Kind, use: (String) -> Void) -> ChartTable? {
    let file = table.value("file")
    let label = table.value("label")
    let values = table.value("values").map { $0.isScalar ? [$0] : $0.list() } ?? []
    let unit = table.text(ifAny: "unit")
    let highlight = table.value(ifAny: "highlight").map { $0.isScalar ? [$0] : $0.list() } ?? []
    let mark = chartMark(table)
    guard let file, let source = source(file, use: use), let label, !values.isEmpty else { return nil }
    let mostSeries = form.mostSeries
    if values.count > mostSeries {
      findings.report(.crowdedChart(series: values.count, most: mostSeries, at: values[mostSeries].place))
      return nil
    }
    guard let sheet = sheets.sheet(of: source) else { return nil }
    guard let labelColumn = column(label, sheet) else { return nil }
    let columns = values.map { column($0, sheet) }
    let labels = sheet.labels(labelColumn)
    let figures = columns.map { $0.flatMap(sheet.figures) }
    guard sheet.isSound, let labels, !figures.contains(where: { $0 == nil }) else { return nil }
    if sheet.count > form.mostLabels {
      findings.report(.crowdedChart(rows: sheet.count, most: form.mostLabels, at: file.place))
      return nil
    }
    let shown = zip(columns.compactMap { $0 }, figures.compactMap { $0 })
    if shown.allSatisfy({ sheet.isEmpty($0.0) }) {
      findings.report(.emptyChart(source.path, at: file.place))
      return nil
    }
    let spokenOf = highlight.compactMap { value -> Int? in
      let text = value.text()
      if let index = labels.index[text] { return index }
      findings.report(
        errorAt: value.place, .unknownChoice(text, labels.names.map { Bilingual(zh: $0, en: $0) }, at: value.place))
      return nil
    }
    guard spokenOf.count == highlight.count else { return nil }
    return ChartTable(
      heading: sheet.columns[labelColumn.number].name, labels: labels.names,
      columns: shown.map { ChartTable.Column(name: sheet.columns[$0.number].name, values: $1) },
      unit: unit, highlights: spokenOf, mark: mark)
  }

  private func source(_ file: YAMLValue, use: (String) -> Void) -> InputFile? {
    let name = file.text()
    guard !name.isEmpty else { return nil }
    let path: String
    do {
      path = SourceFile.plain(
        try draft.tree.fileNamed(name, from: page) { draft.chartFiles[SourceFile.plain($0)] != nil })
    } catch {
      findings.report(.unsafePath(name, error, at: file.place))
      return nil
    }
    use(path)
    if let found = draft.chartFiles[path] { return found }
    if !draft.tree.isRefused(path) {
      findings.report(
        errorAt: file.place,
        .missingChartFile(name, suggestion: nearest(to: path, in: sheets.paths), at: file.place))
    }
    return nil
  }

  private func column(_ name: YAMLValue, _ sheet: ChartSheet) -> ColumnNumber? {
    let text = name.text()
    guard !text.isEmpty else { return nil }
    if let index = sheet.index[text] { return index }
    findings.report(
      errorAt: name.place,
      .unknownColumn(
        text, suggestion: nearest(to: text, in: sheet.columns.map(\.name)), columns: sheet.columns.filter(\.isNamed),
        at: name.place))
    return nil
  }
}

extension ChartRequest.Kind {
  /// More labels than the roomiest kind can show.
  static let mostOfAny = 400

  /// More can't be told apart on a page.
  package var mostSeries: Int {
    switch self {
    case .bar: 1
    case .profile: 2
    case .stacked, .line: 5
    case .multiples: 40
    }
  }

  package var mostLabels: Int {
    switch self {
    case .bar, .stacked, .profile: 40
    case .multiples: 60
    case .line: Self.mostOfAny
    }
  }
}

/// What the figures of a chart are measured by, under `mark`.
func chartMark(_ table: YAMLTable) -> ChartTable.Mark? {
  guard let mark = table.table(ifAny: "mark") else { return nil }
  let (name, value) = (mark.name("name"), mark.figure("value", negative: true))
  mark.close()
  return value.map { ChartTable.Mark(name: name, value: $0) }
}
