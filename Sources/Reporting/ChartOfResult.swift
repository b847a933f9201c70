import Diagnostics
import Reading
import Texts

/// A result → the chart that is asked for; `nil` with a mistake, or without a row.
func request(
  _ question: ReportQuestion, _ chart: ReportChart, _ result: ResultTable, _ names: EntityNames,
  _ filler: inout FigureFiller
) -> (ChartRequest?, [Diagnostic]) {
  let known = result.columns.map(\.name)
  var mistakes: [Diagnostic] = []
  func column(_ name: ReportChart.Name) -> Int? {
    if let index = known.firstIndex(of: name.text) { return index }
    mistakes.append(.unknownResultColumn(name.text, known, at: name.place))
    return nil
  }
  let label = chart.label.map(column) ?? 0
  let named = chart.values.map(column)
  guard let label, !named.contains(where: { $0 == nil }), !result.rows.isEmpty else { return (nil, mistakes) }
  let values = named.isEmpty ? result.columns.indices.filter { $0 != label } : named.compactMap { $0 }
  if values.isEmpty { mistakes.append(.chartWithoutValues(at: question.place)) }
  for (number, index) in values.enumerated() {
    let isFigures = result.rows.allSatisfy {
      if case .none = $0[index] { true } else { Numerals.figure($0[index]) != nil }
    }
    guard !isFigures else { continue }
    let place = number < chart.values.count ? chart.values[number].place : question.place
    let isTooLarge = result.rows.contains { $0[index].isBeyondCharts }
    mistakes.append(
      isTooLarge ? .tooLargeForCharts(known[index], at: place) : .wordsAsFigures(known[index], at: place))
  }
  if result.rows.count > chart.kind.mostLabels {
    mistakes.append(
      .crowdedChart(rows: result.rows.count, most: chart.kind.mostLabels, at: question.place))
  }
  if values.count > chart.kind.mostSeries {
    mistakes.append(.crowdedChart(series: values.count, most: chart.kind.mostSeries, at: question.place))
  }
  let numerals = Numerals(of: result.rows.map { $0[label] }, decimals: nil)
  let labels = result.rows.map { names.name(of: $0[label]) ?? numerals.text($0[label]) }
  let highlights = chart.highlights.compactMap { name -> Int? in
    if let index = labels.firstIndex(of: name.text) { return index }
    mistakes.append(.unknownLabel(name.text, labels, at: name.place))
    return nil
  }
  guard mistakes.isEmpty else { return (nil, mistakes) }
  let table = ChartTable(
    heading: result.columns[label].title ?? known[label], labels: labels,
    columns: values.map { index in
      .init(
        name: result.columns[index].title ?? known[index], values: result.rows.map { Numerals.figure($0[index]) })
    }, unit: chart.unit, highlights: highlights, mark: chart.mark)
  return (
    ChartRequest(
      subject: .table(table), kind: chart.kind, title: filler.sentence(question.title),
      note: filler.sentence(question.note), place: question.place), []
  )
}
