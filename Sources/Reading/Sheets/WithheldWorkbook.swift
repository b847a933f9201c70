import Diagnostics
import Forms
import Parsing
import Scoring
import Sheets
import Texts

/// A workbook that an archive doesn't keep, since what its rules leave out has numbers of persons in it, and the plain
/// tables that are kept in its place.
package struct WithheldWorkbook: Sendable {
  /// As it stands on the disk, from the project folder.
  package let path: String
  /// The workbook's tables, each at a free path where its kind of table stands.
  package let tables: [WrittenTable]
}

/// The workbooks of a project that may be read and not kept, in order of path.
/// - Parameters:
///   - tree: of a project without mistakes.
///   - day: the day to stand for where the content leaves it open.
///   - others: paths of workbooks that have such numbers where nobody reads them.
package func withheldWorkbooks(
  _ tree: SourceTree, on day: Day? = nil, also others: Set<String> = [], pool: some WorkPool = OneByOne()
) -> [WithheldWorkbook] {
  guard tree.files.contains(where: { $0.sheet != nil }) else { return [] }
  let draft = readDraft(tree, on: day, pool: pool, stretch: 2 << 20)
  let readings = Dictionary(grouping: draft.readSheets, by: \.index)
  let withheld = tree.files.indices.filter { index in
    guard let sheet = tree.files[index].sheet else { return false }
    return others.contains(tree.files[index].storedPath)
      || sheet.holdsNumbersLeftOut(readings[Int32(index), default: []])
  }
  let records = draft.writableRecords(of: draft.readSheets)
  var taken = Set(tree.files.map(\.path))
  return Set(withheld.map { tree.files[$0].storedPath }).sorted().map { path in
    let sheets = draft.readSheets.filter { tree.files[Int($0.index)].storedPath.isSame(as: path) }
    // As they were read: corrections come after all records.
    let inOrder = sheets.sorted { ($0.kind.order, $0.index) < ($1.kind.order, $1.index) }
    let tables = inOrder.compactMap { draft.plainTable(of: $0, in: path, records) }.joinedByPath
    return WithheldWorkbook(path: path, tables: tables.map { $0.moved(to: free($0.path, among: &taken)) })
  }
}

/// A path that nothing stands at. `a.xlsx.csv` stands behind `a.csv`, as `a.xlsx` did: the order of files decides which of
/// two records of a day comes first.
private func free(_ path: String, among taken: inout Set<String>) -> String {
  var (name, number) = (path, 0)
  while !taken.insert(name).inserted {
    number += 1
    name = "\(path.stem).xlsx\(number == 1 ? "" : "-\(number)").csv"
  }
  return name
}

extension Draft {
  /// What came of a sheet; the sheets of a workbook that hold one kind of table make one, in the order of the workbook.
  fileprivate func plainTable(
    of sheet: ReadSheet, in workbook: String, _ records: [Int: WritableRecords]
  ) -> WrittenTable? {
    let rows = rows(of: sheet, records)
    let name = workbook.parts(at: "/").last.map { String($0).stem } ?? ""
    return rows.rows.isEmpty ? nil : rows.table(path(of: sheet, called: name))
  }
}

extension WorkbookSheet {
  /// Whether what is left out of the sheet has numbers of persons, or is a column for them.
  fileprivate func holdsNumbersLeftOut(_ readings: [ReadSheet]) -> Bool {
    let fields = readings.flatMap(\.leftOutFields)
    if fields.contains(where: { $0.name.isOfPersonalNumbers }) { return true }
    let isWhole = readings.contains(where: \.formed.account.isLeftOut)
    let columns = Set(fields.map(\.column))
    guard isWhole || !columns.isEmpty else { return false }
    for index in 0..<rowCount {
      for cell in row(at: index) where isWhole || columns.contains(cell.column) {
        guard cell.bytes.count >= PersonalNumber.fewestBytes else { continue }
        if !personalNumbers(in: Array(cell.bytes), as: .table, limit: 1).found.isEmpty { return true }
      }
    }
    return false
  }
}

extension String {
  /// Whether a column of this name is for numbers of persons, of whatever form: landlines and passports too.
  fileprivate var isOfPersonalNumbers: Bool {
    ["身份证", "身份号码", "证件号", "护照", "手机", "电话", "联系方式", "微信"].contains { self.holds($0) }
  }
}
