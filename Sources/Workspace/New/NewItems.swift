import Diagnostics
import Disk
import Loading
import Reading
import Scoring
import Tables
import Texts

/// The ids that the items of a year's tables lack, and perhaps enters them.
package struct NewItems: Sendable {
  package let report: TableReport
  /// The file written, by its path in the project.
  package let written: String?
}

private let keyTable = "content/item-keys.csv"
private let keyHeading = "对象,项目,编号"

/// Looks for items without an id in the tables of a year.
/// - Parameter write: whether ids are entered; lines that stand never change.
/// - Returns: `nil` with mistakes in what says which items there are; then nothing was written.
/// - Throws: `UsageFailure`, `EnvironmentFailure`.
package func newItems(_ year: Int, write: Bool, project: String) throws -> (NewItems?, SourceTree, [Diagnostic]) {
  let (tree, loading) = try loadSource(project: project, pool: Threads())
  guard !loading.hasErrors else { return (nil, tree, loading) }
  let (found, mistakes) = itemEnrolment(
    tree, year: year, on: try standingDay(for: .shows, project: project).day, pool: Threads())
  guard let found else { return (nil, tree, mistakes.inReadingOrder()) }
  let report = itemReport(found, year: year, in: tree)
  guard write, !found.items.isEmpty else { return (NewItems(report: report, written: nil), tree, mistakes) }
  let lines = found.items.map { [$0.whose ?? "", $0.name, $0.key].map(csvField).joined(separator: ",") }
  var text = tree.index(of: keyTable).map { tree.files[Int($0)].bytes } ?? Array((keyHeading + "\n").utf8)
  guard text.prefix(while: { $0 != 0x0A && $0 != 0x0D }).elementsEqual(keyHeading.utf8) else {
    throw EnvironmentFailure(.otherHeading(file: keyTable, heading: keyHeading, line: lines[0]))
  }
  if text.last != 0x0A, text.last != 0x0D { text.append(0x0A) }
  for line in lines { text += Array((line + "\n").utf8) }
  try replaceFile("\(project)/\(keyTable)", with: markedForExcel(text, at: keyTable))
  return (NewItems(report: report, written: keyTable), tree, mistakes)
}

private func itemReport(_ found: ItemEnrolment, year: Int, in tree: SourceTree) -> TableReport {
  let columns: [DataTable.Column] = [
    .word("standard", zh: "对象", en: "standard"), .word("name", zh: "项目", en: "item"),
    .word("key", zh: "编号", en: "id"), .word("place", zh: "位置", en: "place"),
  ]
  let table = { (items: [NewItem]) in
    DataTable(
      columns: columns,
      rows: items.map { [.text($0.whose ?? ""), .text($0.name), .text($0.key), .text(tree.citation(of: $0.place))] })
  }
  return TableReport(
    heading: [
      Bilingual(
        zh: "\(year) 年度的项目表：\(found.items.count) 项没有编号",
        en: "items tables of \(year): \(found.items.count) without an id")
    ],
    [
      TableReport.Section(
        "items", table(found.items), lead: Bilingual(zh: "新编号（\(keyTable)）", en: "New ids (\(keyTable))")),
      TableReport.Section(
        "unused", table(found.unused),
        lead: Bilingual(
          zh: "没有项目用的编号；项目改了名的，在它的“又名”里写上这个名字，编号就不变",
          en: "Ids that no item has; where one was renamed, write this name into its 又名 (also), and it keeps its id")),
    ].filter { !$0.isEmpty })
}
