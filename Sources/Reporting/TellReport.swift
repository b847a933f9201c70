import Diagnostics
import Markup
import Reading
import Scoring
import Texts
import Wording

/// Rows → what a report tells.
/// - Parameters:
///   - results: one for each of its questions; `nil` for one that came to nothing by a mistake that was told.
/// - Returns: `nil` answers with an error among the diagnostics, or without a result.
package func tell(
  _ report: LedgerReport, _ scope: ReportScope, _ results: [ResultTable?], _ content: Content
) -> (ReportAnswers?, [Diagnostic]) {
  let ledger = content.ledger
  let names = EntityNames(ledger)
  var filler = FigureFiller(ownFigures(report, scope, ledger))
  var mistakes: [Diagnostic] = []
  let pairs = zip(report.questions, results)
  // Figures first: what is said of tables may name them.
  // Twice, since what is said for one without a row may name one that follows.
  for pass in 0..<2 {
    for case (let question, let result?) in pairs {
      guard case .figure(let name) = question.shape else { continue }
      if pass == 0, result.rows.count > 1 {
        mistakes.append(.severalRows(name, result.rows.count, at: question.place))
      }
      filler.figures[name] = FigureRow(question, result, names, &filler)
    }
  }
  var answers: [ToldReport.Answer] = []
  for case (let question, let result?) in pairs {
    mistakes += unknownColumns(question, result)
    switch question.shape {
    case .figure: answers.append(.figure)
    case .table:
      let isEmpty = result.rows.isEmpty
      answers.append(isEmpty ? nothing(question, &filler) : .table(ToldTable(question, result, &filler)))
    case .chart(let chart):
      let (request, found) = request(question, chart, result, names, &filler)
      mistakes += found
      answers.append(result.rows.isEmpty ? nothing(question, &filler) : request.map { .chart($0) } ?? .figure)
    }
  }
  guard !results.contains(where: { $0 == nil }) else { return (nil, mistakes) }
  let headline = filler.sentence(report.headline)
  let summary = filler.sentence(report.summary)
  let prose = filler.fill(report.prose, isMarkdown: true)
  mistakes += filler.mistakes
  guard !mistakes.hasErrors else { return (nil, mistakes) }
  // What is wrong with the prose was told when it was read with its braces.
  let (text, _) = parseMarkup(
    prose[...], file: report.place.file, firstLine: report.firstLine,
    embeds: Array(Set(report.text.embeds.map(\.language))).sorted())
  let told = ToldReport(
    report: report, scope: scope,
    headline: headline.isEmpty ? report.title : headline,
    summary: summary, text: text ?? report.text, answers: answers)
  return (ReportAnswers([told]), mistakes)
}

private func nothing(_ question: ReportQuestion, _ filler: inout FigureFiller) -> ToldReport.Answer {
  .nothing(
    title: filler.sentence(question.title),
    words: question.empty.isEmpty ? Words.nothingFound : filler.sentence(question.empty))
}

/// Figures that are there without being asked for.
private func ownFigures(_ report: LedgerReport, _ scope: ReportScope, _ ledger: Ledger) -> [String: FigureRow] {
  var own = [
    "year": FigureRow("\(ledger.years[report.year(scope, ledger)].year)"), "day": FigureRow("\(ledger.asOf)"),
  ]
  if case .branch(let branch) = scope { own["branch"] = FigureRow(ledger.roster.branches[branch].short) }
  return own
}

private func unknownColumns(_ question: ReportQuestion, _ result: ResultTable) -> [Diagnostic] {
  let known = result.columns.map(\.name)
  return question.columns.filter { !known.contains($0.key) }.sorted { $0.value.place < $1.value.place }.map {
    .unknownResultColumn($0.key, known, at: $0.value.place)
  }
}

/// What the ledger's things are called in a chart or a sentence.
struct EntityNames {
  private let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// `nil` for what is no name.
  func name(of cell: ResultTable.Cell) -> String? {
    switch cell {
    case .member(let member): ledger.roster.members[member].name
    case .branch(let branch): ledger.roster.branches[branch].short
    case .work(let work): ledger.works[work].title
    case .activity(let activity): ledger.years[activity.year].activities[Int(activity.activity.index)].title
    case .awards(let awards): "\(awards.count)"
    case .record, .none, .integer, .real, .text: nil
    }
  }
}
