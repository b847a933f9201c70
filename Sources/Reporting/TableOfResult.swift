import Reading
import Texts

extension ToldTable {
  init(_ question: ReportQuestion, _ result: ResultTable, _ filler: inout FigureFiller) {
    let shown = result.columns.indices.filter { question.columns[result.columns[$0].name]?.isHidden != true }
    let columns = shown.map { index -> (column: Column, numerals: Numerals) in
      let name = result.columns[index].name
      let look = question.columns[name]
      let cells = result.rows.map { $0[index] }
      let isNumber = cells.allSatisfy(\.isNumberOrNone) && !cells.allSatisfy(\.isNone)
      let unit = look.map { filler.sentence($0.unit) } ?? ""
      let title = look?.title.map { filler.sentence($0) } ?? result.columns[index].title ?? name
      return (
        Column(
          name: name, title: unit.isEmpty ? title : "\(title)（\(unit)）", isNumber: isNumber,
          isAtEnd: look?.alignment.map { $0 == .end } ?? isNumber),
        Numerals(of: cells, decimals: look?.decimals)
      )
    }
    title = filler.sentence(question.title)
    note = filler.sentence(question.note)
    self.columns = columns.map(\.column)
    rows = result.rows.map { row in
      zip(shown, columns).map { index, column in row[index].told(column.numerals) }
    }
  }
}

extension ResultTable.Cell {
  fileprivate var isNone: Bool { if case .none = self { true } else { false } }

  fileprivate var isNumberOrNone: Bool {
    switch self {
    case .none, .integer, .real: true
    default: false
    }
  }

  fileprivate func told(_ numerals: Numerals) -> ToldTable.Cell {
    switch self {
    case .none: .none
    case .integer, .real: .number(numerals.text(self))
    case .text(let text): .text(text)
    case .member(let member): .member(member)
    case .branch(let branch): .branch(branch)
    case .work(let work): .work(work)
    case .activity(let activity): .activity(activity)
    case .awards(let awards): .awards(awards)
    case .record(let record): .record(record)
    }
  }
}
