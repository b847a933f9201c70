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
  /// What became of it, where it was to be published; `nil` for a mere check.
  private(set) var publishing: PublishingOutcome?

  package init(
    tree: SourceTree, diagnostics: [Diagnostic], acknowledged: Int, today: Day?, then: SiteFigures?, now: SiteFigures?
  ) {
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
  }
}

/// Diagnostics → what the page says of each.
private struct MistakeComposer {
  let tree: SourceTree
  let formatter: DiagnosticFormatter

  init(_ diagnostics: [Diagnostic], in tree: SourceTree) {
    self.tree = tree
    formatter = DiagnosticFormatter(tree: tree, language: .chinese).prepared(for: diagnostics)
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
    return FoundMistake(
      number: number, code: diagnostic.code.rawValue, message: diagnostic.message.zh.printable,
      remedy: diagnostic.remedy.zh.printable, sheet: sheet, cell: cell, line: line,
      table: diagnostic.place.flatMap { SheetExcerpt(at: $0, in: tree) },
      text: diagnostic.place.flatMap(text), further: diagnostic.further > 0 ? ["\(diagnostic.further)"] : [])
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
      if !text.begins(with: "#"), !text.isEmpty { return [LineExcerpt.Head(number: Int(line), text: text)] }
    }
    return []
  }
}

/// No number of a person is shown, and nothing that steers.
private func shown(_ text: String) -> String { text.withoutPersonalNumbers.printable }

extension SheetExcerpt {
  /// The row at fault between its neighbours, below the row that seems to be the head.
  fileprivate init?(at place: Place, in tree: SourceTree) {
    guard let sheet = tree.files[Int(place.file)].sheet else { return nil }
    let rows = [place.line - 1, place.line, place.line + 1].filter { $0 > 0 && !sheet.texts(ofRow: $0).isEmpty }
    guard rows.contains(place.line) else { return nil }
    // The nearest of a stack of tables; of a long one the first.
    let isHeading = { (row: Int32) in isHead(sheet.texts(ofRow: row)) }
    let head =
      (max(1, rows[0] - 40)..<rows[0]).reversed().first(where: isHeading)
      ?? (1..<min(20, rows[0])).first(where: isHeading)
    let texts = ((head.map { [$0] } ?? []) + rows).map { (number: $0, cells: sheet.texts(ofRow: $0)) }
    let wrong = Int(place.column)
    // Who it is stands on the left, what it is about beside it.
    let own = sheet.texts(ofRow: place.line)
    let filled = own.indices.filter { !own[$0].isEmpty }.prefix(3).map { $0 + 1 }
    let columns = Set(filled + (max(1, wrong - 2)...wrong + 2)).filter { column in
      column == wrong || texts.contains { column <= $0.cells.count && !$0.cells[column - 1].isEmpty }
    }.sorted()
    self.columns = columns.map { columnLetters(Int32($0)) }
    self.rows = texts.map { number, cells in
      Row(
        number: Int(number), isHead: number == head,
        cells: columns.map { column in
          let text = column <= cells.count ? cells[column - 1] : ""
          return Row.Cell(text: abridged(text), isWrong: number == place.line && column == wrong)
        })
    }
  }
}

/// Whether a row names columns: several words, no number among them.
private func isHead(_ cells: [String]) -> Bool {
  let filled = cells.filter { !$0.isEmpty }
  return filled.count > 1 && filled.allSatisfy { !$0.utf8.contains { (0x30...0x39).contains($0) } }
}

private func abridged(_ text: String) -> String {
  let line = shown(text)
  return line.unicodeScalars.count > 24 ? String(String.UnicodeScalarView(line.unicodeScalars.prefix(23))) + "…" : line
}
