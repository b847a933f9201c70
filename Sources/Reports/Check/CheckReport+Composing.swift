import Diagnostics
import Reading
import Scoring
import Sheets
import Texts

/// What a check came to, before anybody asked how it shall be told.
package struct CheckFindings {
  package let tree: SourceTree
  /// In reading order.
  package let diagnostics: [Diagnostic]
  package let acknowledged: Int
  /// The day from the clock, if it was asked.
  package let today: Day?
  /// What the last publication says; `nil` where there is none, or it can't be read.
  package let then: SiteFigures?
  /// What the next one would say; `nil` with an error.
  package let now: SiteFigures?
  /// What is different between them, where both are known.
  let changes: SiteChanges?
  let sums: FoundSums?
  /// What became of it, where it was to be published; `nil` for a mere check.
  private(set) var publishing: PublishingOutcome?

  package init(
    tree: SourceTree, diagnostics: [Diagnostic], acknowledged: Int, today: Day?, then: SiteFigures?, now: SiteFigures?,
    sums: FoundSums? = nil
  ) {
    self.sums = sums
    (self.tree, self.diagnostics, self.acknowledged) = (tree, diagnostics, acknowledged)
    (self.today, self.then, self.now) = (today, then, now)
    changes = then.flatMap { then in now.map { SiteChanges(then: then, now: $0, pages: []) } }
  }

  /// The same, with what became of it.
  package func after(_ publishing: PublishingOutcome) -> CheckFindings {
    var found = self
    found.publishing = publishing
    return found
  }

  /// How many people's points are others than those that were published; `nil` where nobody can tell.
  package var movedPeople: Int? { changes?.movedPeople.count }

  package func count(_ severity: Diagnostic.Severity) -> Int {
    diagnostics.reduce(0) { $0 + ($1.severity == severity ? 1 + $1.further : 0) }
  }

  /// The day the content stands for.
  var day: Day? {
    if let today { return today }
    guard case .fixed(let day) = siteHead(of: tree)?.rule else { return nil }
    return day
  }
}

extension CheckReport {
  /// Findings → the page's value. It speaks Chinese, as all pages do, and masks what the terminal masks.
  package init(_ found: CheckFindings) {
    let (tree, errors) = (found.tree, found.diagnostics.filter { $0.severity == .error })
    let others = found.diagnostics.filter { $0.severity == .warning }
    let composer = MistakeComposer(found.diagnostics, in: tree)
    let waiting = others.first { $0.code == .heldBack }
    let warnings = others.filter { $0.code != .heldBack }
    siteTitle = siteHead(of: tree)?.title ?? ""
    asOf = found.day.map { ["\($0)"] } ?? []
    isToday = found.today != nil
    (errorCount, warningCount) = (found.count(.error), found.count(.warning) - (waiting == nil ? 0 : 1))
    (hasErrors, hasWarnings) = (!errors.isEmpty, !warnings.isEmpty)
    (acknowledgedCount, hasAcknowledged) = (found.acknowledged, found.acknowledged > 0)
    fileCount = Set(tree.files.filter { $0.path.begins(with: "content/") }.map(\.storedPath)).count
    now = found.now?.summary
    let publishing = found.publishing
    isWatched = publishing != nil
    isPublished = publishing?.result == .published
    isAsking = !errors.isEmpty && errors.allSatisfy { $0.code == .recordsFell }
    failure = publishing?.failure.map { [shown($0.zh)] } ?? []
    checkedAt = publishing.map { [$0.checkedAt] } ?? []
    publishedAt = publishing?.publishedAt.map { [$0] } ?? []
    published = isPublished ? now : found.then?.summary
    errorFiles = composer.files(errors, from: 1)
    warningFiles = composer.files(warnings, from: errors.count + 1)
    heldBack = waiting.map { composer.mistake($0, number: 0) }
    changes = found.changes.map { FoundChanges($0) }
    sums = found.sums
  }
}

/// Diagnostics → what the page says of each.
private struct MistakeComposer {
  let tree: SourceTree
  let formatter: DiagnosticFormatter
  /// Files of CSV in which something was found.
  private let grids: [Int32: CSVGrid]

  init(_ diagnostics: [Diagnostic], in tree: SourceTree) {
    self.tree = tree
    formatter = DiagnosticFormatter(tree: tree, language: .chinese).prepared(for: diagnostics)
    let files = Set(diagnostics.compactMap { $0.place?.file }).filter { file in
      tree.files[Int(file)].sheet == nil && tree.files[Int(file)].path.lowercased().ends(with: ".csv")
    }
    grids = Dictionary(uniqueKeysWithValues: files.map { ($0, CSVGrid(tree.files[Int($0)].bytes)) })
  }

  /// File by file, in the order of the first of each.
  func files(_ diagnostics: [Diagnostic], from first: Int) -> [FoundInFile] {
    var paths: [String] = []
    var heaps: [String: [Diagnostic]] = [:]
    for diagnostic in diagnostics {
      let path = path(of: diagnostic)
      if heaps[path] == nil { paths.append(path) }
      heaps[path, default: []].append(diagnostic)
    }
    var number = first
    return paths.map { path in
      let own = heaps[path] ?? []
      defer { number += own.count }
      return FoundInFile(
        file: path, count: own.reduce(0) { $0 + 1 + $1.further },
        mistakes: own.enumerated().map { mistake($1, number: number + $0) })
    }
  }

  private func path(of diagnostic: Diagnostic) -> String {
    let path = diagnostic.place.map(tree.path(of:)) ?? diagnostic.path ?? ""
    return shown(path.dropping(prefix: "content/").map { String($0) } ?? path)
  }

  func mistake(_ diagnostic: Diagnostic, number: Int) -> FoundMistake {
    var (sheet, cell, line): ([String], [String], [String]) = ([], [], [])
    if let place = diagnostic.place {
      switch tree.spot(of: place) {
      case .line(let number): line = ["\(number)"]
      case .cell(let name, let row, let column):
        sheet = [shown(name)]
        cell = [cellName(row: row, column: column)]
      }
    }
    let row = diagnostic.place.flatMap(row)
    // Whoever opens a table in Excel finds the cell, not the line.
    if let row { (line, cell) = ([], [cellName(row: row.row, column: row.column)]) }
    return FoundMistake(
      number: number, code: diagnostic.code.rawValue, message: diagnostic.message.zh.printable,
      remedy: diagnostic.remedy.zh.printable, sheet: sheet, cell: cell, line: line,
      table: row?.excerpt ?? diagnostic.place.flatMap { SheetExcerpt(at: $0, in: tree) },
      text: row == nil ? diagnostic.place.flatMap(text) : nil,
      further: diagnostic.further > 0 ? ["\(diagnostic.further)"] : [])
  }

  /// A row of CSV by its cells, which of Excel's rows it is, and in which cell the mistake stands.
  private func row(at place: Place) -> (excerpt: SheetExcerpt, row: Int32, column: Int32)? {
    guard let grid = grids[place.file], let row = grid.row(ofLine: place.line) else { return nil }
    let own = grid.cells(ofRow: row)
    guard own.count > 1,
      let cell = own.lastIndex(where: { ($0.line, $0.column) <= (place.line, max(place.column, 1)) })
    else { return nil }
    let head = grid.head(above: row)
    let numbers = [head ?? 0, row - 1, row, row + 1].filter { $0 > 0 && $0 >= head ?? 1 }
    let rows = Set(numbers).sorted().compactMap { number in
      let cells = grid.cells(ofRow: number)
      return cells.count > 1 ? (number: number, cells: cells.map(\.text)) : nil
    }
    let excerpt = SheetExcerpt(rows, head: head, wrong: (row, cell + 1))
    return (excerpt, row, Int32(cell + 1))
  }

  private func text(at place: Place) -> LineExcerpt? {
    guard tree.files[Int(place.file)].sheet == nil else { return nil }
    let excerpt = formatter.excerpt(at: place)
    let end = excerpt.after.unicodeScalars.firstIndex { ",，;、|：: \t\"".unicodeScalars.contains($0) }
    let wrong = excerpt.after[..<(end ?? excerpt.after.endIndex)]
    return LineExcerpt(
      head: head(above: place), number: Int(place.line), before: excerpt.before,
      wrong: String(wrong), after: String(excerpt.after[wrong.endIndex...]))
  }

  /// The header of a table, below the comments it may begin with.
  private func head(above place: Place) -> [LineExcerpt.Head] {
    guard tree.path(of: place).lowercased().ends(with: ".csv") else { return [] }
    for line in 1..<max(place.line, 1) {
      let excerpt = formatter.excerpt(at: Place(file: place.file, line: line))
      let text = (excerpt.before + excerpt.after).trimmed
      if !text.begins(with: "#"), !text.begins(with: "\"#"), !text.isEmpty {
        return [LineExcerpt.Head(number: Int(line), text: text)]
      }
    }
    return []
  }
}

/// No number of a person is shown, and nothing that steers.
func shown(_ text: String) -> String { text.withoutPersonalNumbers.printable }
