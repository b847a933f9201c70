import Diagnostics
import Markup
import Parsing
import Scoring
import Texts

/// content/reports/*.md and content/years/<year>/reports/*.md: prose with questions to the ledger.
func decodeReport(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let parsed = draft.takeParsed(file)
  guard let page = MarkdownFile(parsed, findings: draft.findings), let written = parsed.written else { return false }
  let details = page.details
  let id = file.captures.last ?? ""
  if !isID(id) { draft.findings.report(.malformedID(id, at: file.start)) }
  let year = file.captures.count > 1 ? Int(file.captures[0]) : nil
  let title = details.text("title")
  let headline = filledText(details, "headline")
  let summary = filledText(details, "summary")
  let order = details.whole(ifAny: "order")
  let isDraft = details.flag(ifAny: "draft")
  let isOffice = details.choice(ifAny: "audience", audienceChoices) ?? false
  let parameter = details.choice(ifAny: "parameter", year == nil ? parameterChoices : [parameterChoices[0]])
  details.close()
  draft.pages.append((file.path, page.prose))
  let decoder = QuestionDecoder(findings: draft.findings)
  let blocks = page.prose.embeds.filter { $0.language == LedgerReport.sqlLanguage }
  for embed in page.prose.embeds where chartLanguages.contains(embed.language) {
    draft.findings.report(.chartWithoutSQL(at: embed.place))
  }
  let questions = blocks.compactMap(decoder.question)
  let prose = FilledText(
    written.bytes, at: Place(file: file.index, line: written.line), .markdown)
  let uses = headline.uses + summary.uses + prose.uses + questions.flatMap(\.uses)
  if questions.count == blocks.count {
    checkFigures(questions, uses, own: LedgerReport.ownFigures(parameter), title, file, draft.findings)
  }
  let reason: HeldText.Reason? = isDraft ? .draft : nil
  let report = LedgerReport(
    id: id, title: title, headline: headline, summary: summary, order: order, isOffice: isOffice, parameter: parameter,
    year: year.flatMap { draft.years.keys.sorted().firstIndex(of: $0) }.map { Ref($0) }, questions: questions,
    text: page.prose, prose: prose, firstLine: written.line, held: reason, path: file.path, place: file.start)
  if let reason { draft.held.append(HeldText(path: file.path, title: title, reason: reason, place: file.start)) }
  if reason == nil || draft.showsHeld { draft.reports.append(report) }
  return true
}

private let audienceChoices = [Choice("内网", "intranet", false), Choice("办公室", "office", true)]

private let parameterChoices = [
  Choice("支部", "branch", LedgerReport.Parameter.branch), Choice("年度", "year", .year),
]

private func filledText(_ details: YAMLTable, _ key: String) -> FilledText {
  details.value(ifAny: key).map(FilledText.init) ?? .none
}

extension LedgerReport {
  /// Figures that every report has without asking.
  package static func ownFigures(_ parameter: Parameter?) -> [String] {
    ["year", "day"] + (parameter == .branch ? ["branch"] : [])
  }
}

/// Every name that is used is given, and every one that is given is used.
private func checkFigures(
  _ questions: [ReportQuestion], _ uses: [FilledText.Use], own: [String], _ title: String, _ file: InputFile,
  _ findings: MistakeCollector
) {
  var first: [String: Place] = [:]
  for question in questions {
    guard case .figure(let name) = question.shape else { continue }
    if own.contains(name) {
      findings.report(.ownFigureTaken(name, at: question.place))
    } else if let place = first[name] {
      findings.report(.duplicateID(name, first: findings.citation(place), at: question.place))
    } else {
      first[name] = question.place
    }
  }
  let known = first.keys.sorted() + own
  for use in uses where !known.contains(use.name) {
    findings.report(.unknownFigure(use.written, nearest: nearest(to: use.name, in: known), at: use.place))
  }
  let used = Set(uses.map(\.name))
  for (name, place) in first.sorted(by: { $0.value < $1.value }) where !used.contains(name) {
    findings.report(.unusedFigure(name, at: place))
  }
  if title.holds("{{") { findings.report(.figureInTitle(at: file.start)) }
}
