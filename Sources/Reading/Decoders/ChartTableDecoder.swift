import Diagnostics
import Scoring

extension ChartDecoder {
  /// The columns of a CSV file that a chart shows.
  func figures(_ table: YAMLTable, _ form: ChartRequest.Kind, use: (String) -> Void) -> ChartTable? {
    let file = table.value("file")
    let label = table.value("label")
    let values = table.value("values").map { $0.isScalar ? [$0] : $0.list() } ?? []
    let unit = table.text(ifAny: "unit")
    let highlight = table.value(ifAny: "highlight").map { $0.isScalar ? [$0] : $0.list() } ?? []
    let mark = mark(table)
    guard let file, let source = source(file, use: use), let label, !values.isEmpty else { return nil }
    let mostSeries = form.mostSeries
    if values.count > mostSeries {
      findings.report(.crowdedChart(series: values.count, most: mostSeries, at: values[mostSeries].place))
      return nil
    }
    guard var rows = CSVRows(source.bytes, file: source.index, findings: findings) else { return nil }
    let wanted = ([label] + values).map { column($0, rows.columns) }
    let columns = wanted.compactMap { $0 }
    guard columns.count == wanted.count else { return nil }
    var labels: [String] = []
    var figures = [[Figure?]](repeating: [], count: values.count)
    var isEmpty = true
    while rows.next() {
      labels.append(rows.required(columns[0]))
      for (index, column) in columns.dropFirst().enumerated() {
        isEmpty = isEmpty && rows.isEmpty(column)
        figures[index].append(rows.figure(column))
      }
    }
    guard rows.isSound else { return nil }
    if isEmpty {
      findings.report(.emptyChart(source.path, at: file.place))
      return nil
    }
    if labels.count > form.mostLabels {
      findings.report(.crowdedChart(rows: labels.count, most: form.mostLabels, at: file.place))
      return nil
    }
    let spokenOf = highlight.compactMap { value -> Int? in
      let text = value.text()
      if let index = labels.firstIndex(of: text) { return index }
      findings.report(.unknownChoice(text, labels.map { Bilingual(zh: $0, en: $0) }, at: value.place))
      return nil
    }
    guard spokenOf.count == highlight.count else { return nil }
    return ChartTable(
      heading: rows.columns[columns[0]].name, labels: labels,
      columns: zip(columns.dropFirst(), figures).map { ChartTable.Column(name: rows.columns[$0].name, values: $1) },
      unit: unit, highlights: spokenOf, mark: mark)
  }

  private func mark(_ table: YAMLTable) -> ChartTable.Mark? {
    guard let mark = table.table(ifAny: "mark") else { return nil }
    let (name, value) = (mark.text("name"), mark.figure("value", negative: true))
    mark.close()
    return value.map { ChartTable.Mark(name: name, value: $0) }
  }

  private func source(_ file: YAMLValue, use: (String) -> Void) -> InputFile? {
    let name = file.text()
    guard !name.isEmpty else { return nil }
    guard let path = resolve(name, from: folder) else {
      findings.report(.unsafePath(name, at: file.place, path: nil))
      return nil
    }
    use(path)
    if let found = draft.chartFiles[path] { return found }
    if !draft.tree.isRefused(path) {
      let near = nearest(to: path, in: draft.chartFiles.keys.sorted())
      findings.report(.missingChartFile(name, suggestion: near, at: file.place))
    }
    return nil
  }

  private func column(_ name: YAMLValue, _ columns: [Column]) -> Int? {
    let text = name.text()
    guard !text.isEmpty else { return nil }
    if let index = columns.firstIndex(where: { $0.name == text }) { return index }
    findings.report(
      .unknownColumn(text, suggestion: nearest(to: text, in: columns.map(\.name)), columns: columns, at: name.place))
    return nil
  }
}

extension ChartRequest.Kind {
  /// More can't be told apart on a page.
  fileprivate var mostSeries: Int {
    switch self {
    case .bar: 1
    case .profile: 2
    case .stacked, .line: 5
    case .multiples: 40
    }
  }

  fileprivate var mostLabels: Int {
    switch self {
    case .bar, .stacked, .profile: 40
    case .multiples: 60
    case .line: 400
    }
  }
}
