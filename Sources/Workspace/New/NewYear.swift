import Diagnostics
import Disk
import Foundation
import Rendering
import Reports
import Scoring
import Texts
import WorkbookWriting

/// Makes the folder of a year: last year's rulebook under a new title, with its table of items if it has one; its period
/// moved on, empty tables.
/// - Returns: `nil` with the mistakes that stand in the way; then nothing was written.
/// - Throws: `UsageFailure`, `EnvironmentFailure`; then nothing was written either.
package func newYear(_ year: Int, project: String) throws -> (NewFiles?, SourceTree, [Diagnostic]) {
  let today = try standingDay(for: .shows, project: project).day
  let (found, tree, mistakes) = try scoreProject(project, on: today, asOf: nil)
  guard let found else { return (nil, tree, mistakes) }
  let folder = "content/years/\(year)"
  guard !found.ledger.years.contains(where: { $0.year == year }),
    try kind(of: "\(project)/\(folder)", in: AT_FDCWD, path: folder) == nil
  else { throw UsageFailure(zh: "已经有 \(folder)，不会改动它", en: "\(folder) is there already and stays as it is") }
  guard let last = found.ledger.years.last(where: { $0.year < year }) else {
    throw UsageFailure.nothingBefore(year, found.ledger.years.map(\.year))
  }
  let (files, archetypeMistakes) = yearFiles(year, after: last, in: found)
  guard let files else { return (nil, tree, archetypeMistakes) }
  let items = try YearItems(of: year, after: last, in: tree, on: today, project: project)
  let begun = tree.with(files, in: folder).with(items.sources)
  let (_, after) = layOut(begun, on: today)
  guard !after.hasErrors else { return (nil, begun, after.inReadingOrder()) }
  let all = (filedLike(last, files, in: begun, year, on: today) ?? files) + items.files
  try place(all, folders: ["projects"], at: "\(project)/\(folder)")
  var made = NewFiles(place: "\(project)/\(folder)", count: all.count)
  if let file = all.first(where: { $0.path.begins(with: "activities.") }) { made.activities = file.path }
  return (made, tree, [])
}

private func yearFiles(_ year: Int, after last: YearLedger, in found: ScoredProject) -> ([RenderedFile]?, [Diagnostic])
{
  let archetypes = Archetypes(found.tree)
  let period = last.period.following(years: year - last.year)
  let start = YearStart(
    year: year, previousYear: last.year, from: period.first.description, to: period.last.description)
  var files = [rulebook(year, after: last, in: found.tree)]
  var diagnostics: [Diagnostic] = []
  func add(_ path: String, _ made: ([UInt8]?, [Diagnostic])) {
    diagnostics += made.1
    if let bytes = made.0 { files.append(RenderedFile(path: path, bytes: bytes)) }
  }
  let hasSurvey = last.rulebook.items.contains { if case .survey = $0.form { true } else { false } }
  for name in archetypes.names(in: YearStart.folder) {
    if !hasSurvey, name.begins(with: YearStart.folder + "surveys/") { continue }
    let path = String(name.dropping(prefix: YearStart.folder) ?? name[...])
    let parts = path.parts(at: "/")
    guard let file = parts.last, file.begins(with: BranchStart.stem) else {
      add(path, archetypes.fill(name, with: start))
      continue
    }
    for branch in found.ledger.roster.branches {
      let own = parts.dropLast() + [branch.id + Substring(file.utf8.dropFirst(BranchStart.stem.utf8.count - 1))]
      let value = BranchStart(id: branch.id, name: branch.name, year: year)
      add(own.joined(separator: "/"), archetypes.fill(name, with: value))
    }
  }
  return (diagnostics.hasErrors ? nil : files, diagnostics.inReadingOrder())
}

/// A year's tables as workbooks, where all of the year before are: who fills in sheets gets sheets. Where the year before has
/// no tables, as in a project that has just begun, the table of branches says it.
/// - Returns: `nil` where tables are CSV.
private func filedLike(
  _ last: YearLedger, _ files: [RenderedFile], in begun: SourceTree, _ year: Int, on day: Day?
) -> [RenderedFile]? {
  // Tables of items are as the year before has them already.
  let isItems = { (path: Substring) in path.begins(with: "items.") }
  let before = begun.files.filter { file in
    file.path.dropping(prefix: "content/years/\(last.year)/").map { !isItems($0) } ?? false
  }
  let isTable = { (path: String) in path.ends(with: ".csv") }
  let told = before.filter { $0.sheet != nil || isTable($0.path) }
  let model = told.isEmpty ? begun.files.filter { $0.path.begins(with: "content/branches.") } : told
  guard !model.isEmpty, model.allSatisfy({ $0.sheet != nil }),
    let scored = scoreTree(begun, on: day).0, let reference = try? scored.ledger.yearReference(year)
  else { return nil }
  let folder = "content/years/\(year)/"
  let tables = files.filter { isTable($0.path) }.map { PlainTable(path: folder + $0.path, bytes: $0.bytes) }
  let workbooks = filed(tables, of: scored, year: reference).map { path, workbook in
    RenderedFile(path: path.dropping(prefix: folder).map(String.init) ?? path, bytes: workbook.xlsx)
  }
  return files.filter { !isTable($0.path) } + workbooks
}

/// Last year's rulebook word by word, its comments too, but for the title.
private func rulebook(_ year: Int, after last: YearLedger, in tree: SourceTree) -> RenderedFile {
  let path = "content/years/\(last.year)/rulebook.yaml"
  let text = tree.index(of: path).map { String(decoding: tree.files[Int($0)].bytes, as: UTF8.self) } ?? ""
  let title = last.rulebook.title
  let new = title.replacingOccurrences(of: "\(last.year)", with: "\(year)")
  let renamed = new == title ? "\(title)（\(year)）" : new
  // The title stands in the first of the lines that name it; one written over several lines stays as it was.
  let lines = text.components(separatedBy: "\n")
  let at = lines.firstIndex { $0.begins(with: "title:") && $0.holds(title) }
  let changed = lines.enumerated().map { index, line in
    index == at
      ? line.replacingOccurrences(of: title, with: renamed) : shifted(line, by: year - last.year)
  }
  return RenderedFile(path: "rulebook.yaml", bytes: Array(changed.joined(separator: "\n").utf8))
}

/// A line of a rulebook whose `from` and `to` days lie as many years later.
private func shifted(_ line: String, by years: Int) -> String {
  line.replacing(#/(?<key>(?:from|to|起|止)\s*[:：]\s*["']?)(?<year>[0-9]{4})(?<rest>-[0-9]{1,2}-[0-9]{1,2})/#) { found in
    found.key + day("\(found.year)\(found.rest)", later: years)
  }
}

/// A day as tables have it, as many years later; what is no day stays, for reading to judge. The end of February stays it.
func day(_ text: String, later years: Int) -> String {
  let parts = text.parts(at: "-").compactMap { Int($0) }
  guard parts.count == 3, let month = YearMonth(year: parts[0] + years, month: parts[1]) else { return text }
  let isLeapDay = parts[1] == 2 && parts[2] == 29
  let moved = Day(year: parts[0] + years, month: parts[1], day: parts[2]) ?? (isLeapDay ? month.lastDay : nil)
  return moved?.description ?? text
}

extension Period {
  /// The reporting year some years after this one: it begins on the day after the one before it ends, whenever this one
  /// began, and so no day belongs to two years or to none. The end of February stays its end.
  func following(years: Int) -> Period {
    func end(_ years: Int) -> Day {
      guard let month = YearMonth(year: last.year + years, month: last.month) else { return last }
      if last == last.yearMonth.lastDay, last.month == 2 { return month.lastDay }
      return Day(year: last.year + years, month: last.month, day: last.day) ?? month.lastDay
    }
    return Period(first: end(years - 1).adding(days: 1), last: end(years))
  }
}

extension UsageFailure {
  fileprivate static func nothingBefore(_ year: Int, _ known: [Int]) -> UsageFailure {
    let list = known.map(String.init).joined(separator: ", ")
    return UsageFailure(
      zh: "\(year) 年之前没有年度，积分标准无从照抄；已有：\(list)",
      en: "no year lies before \(year) whose rulebook could be copied; there are: \(list)")
  }
}
