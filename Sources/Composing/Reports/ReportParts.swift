import Addressing
import Charting
import Markup
import Reading
import Reporting
import Scoring
import Texts
import Wording

extension SiteContext {
  /// A report's prose with its answers, for a page or for paper.
  /// - Parameter root: from the page back to the site's root.
  package func parts(_ told: ToldReport, root: String) -> [ReportPart] {
    let pieces = storyLinks.htmlPieces(told.text, in: told.report.path, root: root)
    let year = told.report.year(told.scope, ledger)
    // What questions that follow one another found nothing of is said once.
    var said: Set<String> = []
    return pieces.enumerated().map { index, html in
      var part = ReportPart(html: html, table: nil, chart: nil, nothing: [])
      guard index < told.answers.count else { return part }
      if html.contains(where: { $0 > 0x20 }) { said = [] }
      switch told.answers[index] {
      case .figure: break
      case .table(let table): part.table = answerTable(table, year)
      case .chart(let request):
        guard case .table(let table) = request.subject else { break }
        part.chart = ChartView(ChartData(table), as: request.kind.form, title: request.title, note: request.note)
        if part.chart == nil, said.insert(Words.nothingFound).inserted { part.nothing = [Words.nothingFound] }
      case .nothing(_, let words): if said.insert(words).inserted { part.nothing = [words] }
      }
      return part
    }
  }

  private func answerTable(_ table: ToldTable, _ year: Ref<YearLedger>) -> AnswerTable {
    let head = table.columns.firstIndex { column in !column.isNumber }
    return AnswerTable(
      title: table.title, note: table.note,
      heads: table.columns.map { AnswerTable.Head(text: $0.title, isAtEnd: $0.isAtEnd) },
      rows: table.rows.map { row in
        AnswerTable.Row(
          cells: row.enumerated().map { index, cell in
            let column = table.columns[index]
            return AnswerTable.Cell(
              text: text(of: cell), isDay: cell.isDay, isHead: index == head, isAtEnd: column.isAtEnd,
              href: address(of: cell, year).map { [$0] } ?? [], lines: lines(of: cell))
          })
      })
  }

  /// What a cell says, on pages and in files.
  package func text(of cell: ToldTable.Cell) -> String {
    switch cell {
    case .none: ""
    case .number(let text), .text(let text): text
    case .member(let member): roster.members[member].name
    case .branch(let branch): roster.branches[branch].short
    case .work(let work): ledger.works[work].title
    case .activity(let activity): ledger.years[activity.year].activities[Int(activity.activity.index)].title
    case .awards(let awards): Words.awardCount(awards.count)
    case .record(let record): source(record.place)
    }
  }

  /// - Parameter year: of the page, whose accounts come first.
  private func address(of cell: ToldTable.Cell, _ year: Ref<YearLedger>) -> String? {
    switch cell {
    case .none, .number, .text, .awards: return nil
    case .member(let member):
      let own = ([year] + ledger.years.refs.reversed()).first { hasAccount(member, $0) }
      return own.map { Address.member(roster.members[member], self[$0].ledger.year) }
    case .branch(let branch): return Address.branch(roster.branches[branch], self[year].ledger.year)
    case .work(let work): return Address.work(ledger.works[work])
    case .activity(let activity):
      let book = ledger.years[activity.year]
      return Address.activities(book.year) + "#" + book.activities[Int(activity.activity.index)].id
    case .record(let record): return address(of: record)
    }
  }

  private func address(of record: RecordSpot) -> String? {
    guard hasAccount(record.member, record.year) else { return nil }
    return Address.line(of: roster.members[record.member], self[record.year].ledger.year, record.place, citations)
  }

  private func lines(of cell: ToldTable.Cell) -> [AnswerTable.Line] {
    guard case .awards(let awards) = cell else { return [] }
    return awards.map { address in
      let award = address.award
      let words = AwardWords(year: address.year, ledger, scorebook, content.tree)
      let spot = RecordSpot(year: address.year, member: address.member, place: award.record)
      return AnswerTable.Line(
        day: award.day.description, reason: words.reason(award), points: award.points.description,
        source: source(award.record), href: self.address(of: spot).map { [$0] } ?? [])
    }
  }

  package func address(of report: LedgerReport) -> String {
    Address.report(report, report.year.map { ledger.years[$0].year })
  }

  /// As a command names it: `donors`, and of a year's reports `2025-donors`.
  package func name(of report: LedgerReport) -> String {
    (report.year.map { "\(ledger.years[$0].year)-" } ?? "") + report.id
  }

  /// Where a page of a report stands: in its report's folder, where it has several.
  package func address(of told: ToldReport) -> String {
    let first = address(of: told.report)
    let folder = first.dropping(suffix: ".html") ?? first[...]
    return told.scope == .all ? first : "\(folder)/\(key(of: told.scope)).html"
  }

  /// What tells a page of a report from its others; empty where there is one.
  package func key(of scope: ReportScope) -> String {
    switch scope {
    case .all: ""
    case .branch(let branch): roster.branches[branch].id
    case .year(let year): "\(ledger.years[year].year)"
    }
  }

  /// What a page of a report is for: a branch, a year; empty for all.
  package func name(of scope: ReportScope) -> String {
    switch scope {
    case .all: ""
    case .branch(let branch): roster.branches[branch].name
    case .year(let year): Words.year(ledger.years[year].year)
    }
  }
}

extension ToldTable.Cell {
  fileprivate var isDay: Bool {
    guard case .text(let text) = self, text.utf8.count == 10 else { return false }
    return text.utf8.enumerated().allSatisfy { index, byte in
      index == 4 || index == 7 ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte)
    }
  }
}
