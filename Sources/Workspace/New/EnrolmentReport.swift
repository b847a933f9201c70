import Diagnostics
import Reading
import Tables
import Texts

/// What an enrolment proposes, for a person to look at.
func enrolmentReport(_ enrolment: Enrolment, in tree: SourceTree) -> TableReport {
  let people = DataTable(
    columns: [
      .word("name", zh: "姓名", en: "name"), .word("branch", zh: "支部", en: "branch"),
      .word("joined", zh: "入党日期", en: "joined"), .word("key", zh: "编号", en: "key"),
      .word("pinyin", zh: "拼音", en: "pinyin"), .word("strokes", zh: "笔画", en: "strokes"),
    ],
    rows: enrolment.people.map {
      [$0.name, $0.branch ?? "", $0.joined.map { "\($0)" } ?? "", $0.key, $0.pinyin, $0.strokes].map { .text($0) }
    })
  let stays = DataTable(
    columns: [
      .word("name", zh: "姓名", en: "name"), .word("member", zh: "党员", en: "member"),
      .word("branch", zh: "支部", en: "branch"), .word("from", zh: "自", en: "from"), .word("to", zh: "至", en: "to"),
      .word("standing", zh: "身份", en: "standing"), .word("exempt", zh: "免计", en: "exempt"),
      .word("reason", zh: "缘由", en: "reason"),
    ],
    rows: enrolment.stays.map { stay in
      ([stay.name] + stay.cells).map { .text($0) } + [stay.reason.cell]
    })
  let ends = DataTable(
    columns: [
      .word("name", zh: "姓名", en: "name"), .word("member", zh: "党员", en: "member"),
      .word("place", zh: "位置", en: "place"), .word("to", zh: "至", en: "to"), .word("reason", zh: "缘由", en: "reason"),
    ],
    rows: enrolment.ends.map {
      [.text($0.name), .text($0.key), .text(tree.citation(of: $0.place)), .text("\($0.last)"), $0.reason.cell]
    })
  let doubts = DataTable(
    columns: [
      .word("name", zh: "姓名", en: "name"), .word("member", zh: "党员", en: "member"),
      .word("doubt", zh: "待核实", en: "to look into"),
    ],
    rows: enrolment.doubts.map { [.text($0.name), .text($0.key), .term($0.words.en, $0.words)] })
  return TableReport(
    heading: [
      Bilingual(
        zh:
          "名册 \(enrolment.rows) 行：\(enrolment.known) 人已有编号，新编 \(enrolment.people.count) 人，早已转出 \(enrolment.gone) 人",
        en:
          "\(enrolment.rows) rows of the roster: \(enrolment.known) known, \(enrolment.people.count) new, \(enrolment.gone) gone before"
      )
    ],
    [
      TableReport.Section(
        "people", people, lead: Bilingual(zh: "新编号（\(EnrolmentFiles.keys)）", en: "New ids (\(EnrolmentFiles.keys))")),
      TableReport.Section(
        "stays", stays, lead: Bilingual(zh: "所在支部（\(EnrolmentFiles.stays)）", en: "Stays (\(EnrolmentFiles.stays))")),
      TableReport.Section(
        "ends", ends, lead: Bilingual(zh: "前一段到此为止", en: "Stays that end")),
      TableReport.Section(
        "doubts", doubts, lead: Bilingual(zh: "待核实，不会写入", en: "To look into; written by nobody")),
    ].filter { !$0.isEmpty })
}

extension NewMembers {
  /// Which columns of the roster were passed over.
  package var leftOutWords: Bilingual? {
    guard !leftOut.isEmpty else { return nil }
    let names = leftOut.map(\.withoutPersonalNumbers)
    return Bilingual(
      zh: "花名册里用不到的列没有读，不存、不显示：\(names.joined(separator: "、"))",
      en: "columns of the roster that aren't used were not read, kept or shown: \(names.joined(separator: ", "))")
  }
}

extension EnrolmentFiles {
  /// What nobody but a person can enter: the last day of stays in workbooks, and in tables of other columns. Until then the
  /// stays that follow aren't entered either, since they would overlap.
  func byHand(in tree: SourceTree) -> Bilingual? {
    guard !unwritten.isEmpty else { return nil }
    let lines = unwritten.map { "\n  \(tree.citation(of: $0.place))  \($0.name) (\($0.key))  \($0.last)" }.joined()
    return Bilingual(
      zh: "这几段在工作簿里，或表里没有“至”这一列，没有写入。请在原处的“至”填上日期，再运行一次，后面的一段才会写入：\(lines)",
      en:
        "not written, since they stand in a workbook or in a table without a column `to`: fill in the last day there and run this again, which then enters the stays that follow:\(lines)"
    )
  }
}

extension Enrolment.Reason {
  fileprivate var cell: DataTable.Cell {
    switch self {
    case .new: .term("new", Bilingual(zh: "新进名册", en: "new"))
    case .confirmed: .term("confirmed", Bilingual(zh: "转正", en: "confirmed"))
    case .moved: .term("moved", Bilingual(zh: "转支部", en: "moved"))
    case .exempt: .term("exempt", Bilingual(zh: "备注：免计", en: "exempt by the remark"))
    case .left: .term("left", Bilingual(zh: "转出", en: "left"))
    }
  }
}
