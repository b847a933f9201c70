import Diagnostics
import Forms
import Parsing
import Scoring
import Sheets
import Texts

/// How a sheet was read, kept for whoever asks how it was understood.
struct ReadSheet: Sendable {
  let index: Int32
  let year: Int?
  let kind: TableKind
  let formed: FormedTable

  /// Where the rows are cited whose day the sheet doesn't say.
  var completedDays: [Place] {
    formed.completedDays.map { Place(file: index, line: $0.row, column: $0.column) }
  }
}

extension Draft {
  /// Takes the tables of one kind from their sheets, in the order of the sheets. Where one can't be taken, which is
  /// reported, not all names of the kind are known.
  mutating func form(_ sheets: [SheetInput], as kind: FileKind, _ kinds: [FileKind]) -> [InputFile] {
    guard let table = kind.table, !sheets.isEmpty else { return [] }
    let others = kinds.compactMap { $0.table?.form }
    return sheets.compactMap { input in
      guard let sheet = tree.files[Int(input.index)].sheet else { return nil }
      let year = kind.pattern.begins(with: "content/years/") ? input.captures.first.flatMap { Int($0) } : nil
      var context = context(table, others, year, colours: sheet.colours)
      context.leavesOutOthers = foreignRoster == input.path
      var formed = Forms.form(sheet, file: input.index, by: input.rule, context, findings)
      let taken = formed.table
      formed.table = nil
      readSheets.append(ReadSheet(index: input.index, year: year, kind: table, formed: formed))
      if let taken { return InputFile(index: input.index, path: input.path, table: taken, captures: input.captures) }
      if formed.account.passedOver == nil, formed.shape != .summary {
        for name in kind.defines { findings.spoil(name, year: year) }
      }
      return nil
    }
  }

  /// What is known when a sheet of a kind, perhaps of a year, is about to be read.
  func context(
    _ table: TableKind, _ others: [FormKind], _ year: Int?, colours: [String] = []
  ) -> FormContext {
    let draft = year.flatMap { years[$0] }
    let (members, branches, items) = (self.members.names, self.branches.names, draft?.items ?? Names<Item>())
    var context = FormContext(
      kind: table.form, others: others, period: draft?.period, year: year, colours: colours,
      isMember: { !members.bearers(of: $0).isEmpty }, isItem: { !items.bearers(of: $0).isEmpty },
      isBranch: { !branches.bearers(of: $0).isEmpty })
    context.items = draft?.memberItems.map(\.name) ?? []
    return context
  }
}

extension TableKind {
  var form: FormKind { FormKind(name: name, layout: layout) }
}
