import Diagnostics
import Scoring
import Tables
import Texts

/// The comparison as tables: for the terminal all three, as CSV the movers, as JSON everything.
extension SiteChanges {
  private static let whom: [DataTable.Column] = [
    .number("year", zh: "年度", en: "Year"), .word("kind", zh: "类别", en: "Kind"), .word("key", zh: "编号", en: "Key"),
    .word("name", zh: "姓名或支部", en: "Name"),
  ]

  private func cells(_ year: Int, _ subject: Subject, _ name: String) -> [DataTable.Cell] {
    [.number("\(year)"), .text(subject.kind.rawValue), .text(subject.key), .text(name)]
  }

  var movers: DataTable {
    DataTable(
      columns: Self.whom + [
        .number("rank_then", zh: "原名次", en: "Rank then"), .number("rank", zh: "现名次", en: "Rank now"),
        .number("total_then", zh: "原积分", en: "Total then"), .number("total", zh: "现积分", en: "Total now"),
        .number("difference", zh: "差", en: "Difference"), .word("because", zh: "因为", en: "Because"),
      ],
      rows: moved.map { mover in
        cells(mover.year, mover.subject, mover.name) + [
          mover.then?.rank.map { .number("\($0)") } ?? .none, mover.now?.rank.map { .number("\($0)") } ?? .none,
          mover.then.map { .number($0.total.exact) } ?? .none, mover.now.map { .number($0.total.exact) } ?? .none,
          .number(mover.difference.exact), .text(causes(of: mover)),
        ]
      })
  }

  var causes: DataTable {
    DataTable(
      columns: Self.whom + [
        .word("change", zh: "变化", en: "Change"), .word("date", zh: "日期", en: "Date"),
        .number("points_then", zh: "原得分", en: "Points then"), .number("points", zh: "现得分", en: "Points now"),
        .number("capped_then", zh: "原封顶未计", en: "Capped then"), .number("capped", zh: "现封顶未计", en: "Capped now"),
        .word("reason", zh: "事由", en: "Reason"), .word("rule", zh: "规则", en: "Rule"),
        .word("record", zh: "记录", en: "Record"),
      ],
      rows: entries.map { year, subject, name, change in
        let entry = change.now ?? change.then
        return cells(year, subject, name) + [
          .text(change.kind), .text(entry?.day ?? ""),
          change.then.map { .number($0.points.exact) } ?? .none, change.now.map { .number($0.points.exact) } ?? .none,
          change.then.map { .number($0.capped.exact) } ?? .none, change.now.map { .number($0.capped.exact) } ?? .none,
          .text(entry?.reason ?? ""), .text(entry?.rule ?? ""), .text(entry?.record ?? ""),
        ]
      })
  }

  private var files: DataTable {
    DataTable(
      columns: [.word("change", zh: "变化", en: "Change"), .word("path", zh: "文件", en: "File")],
      rows: pages.map { [.text($0.kind.rawValue), .text($0.path)] })
  }

  private var states: DataTable {
    DataTable(
      columns: [
        .number("year", zh: "年度", en: "Year"), .word("as_of_then", zh: "原截至", en: "As of then"),
        .word("as_of", zh: "现截至", en: "As of now"), .word("state_then", zh: "原状态", en: "State then"),
        .word("state", zh: "现状态", en: "State now"),
      ],
      rows: days.map { year, then, now in
        [.number("\(year)")]
          + [then?.asOf, now?.asOf, then?.state, now?.state].map { $0.map { .text($0) } ?? .none }
      })
  }

  var json: String {
    """
    {
      "years": \(states.json(indent: "  ")),
      "movers": \(movers.json(indent: "  ")),
      "entries": \(causes.json(indent: "  ")),
      "files": \(files.json(indent: "  "))
    }

    """
  }

  /// How many files the terminal names before it only counts them.
  private static let shownFiles = 20

  func text(as format: TableFormat, in language: Language) -> String {
    let say = { (zh: String, en: String) in Bilingual(zh: zh, en: en).text(in: language) + "\n" }
    guard !isEmpty else {
      return say("没有变化：积分、名次和每个文件都与原来相同", "nothing changed: totals, ranks and every file are as they were")
    }
    let people = moved.count { $0.subject.kind == .member }
    let units = moved.count - people
    var parts = [states.worded(in: language).render(as: format, in: language)]
    parts.append(
      say("积分或名次变化：党员 \(people) 名，支部 \(units) 个", "moved in total or rank: \(people) members, \(units) branches")
        + (moved.isEmpty ? "" : "\n" + movers.dropping("because").worded(in: language).render(as: format, in: language))
    )
    parts.append(
      say("因为这些记录：\(entries.count) 条", "because of these entries: \(entries.count)")
        + (entries.isEmpty
          ? ""
          : "\n"
            + causes.dropping("capped_then").dropping("capped").worded(in: language).render(as: format, in: language)))
    let shown = DataTable(columns: files.columns, rows: Array(files.rows.prefix(Self.shownFiles)))
    let more = pages.count - shown.rows.count
    parts.append(
      say("不同的文件：\(pages.count) 个", "files that differ: \(pages.count)")
        + (pages.isEmpty ? "" : "\n" + shown.worded(in: language).render(as: format, in: language))
        + (more > 0 ? say("…… 另有 \(more) 个（--format json 列出全部）", "… and \(more) more (--format json lists all)") : ""))
    return parts.joined(separator: "\n")
  }
}

/// What people read for the keys of JSON and CSV.
private let words: [String: Bilingual] = [
  "member": Bilingual(zh: "党员", en: "member"), "branch": Bilingual(zh: "支部", en: "branch"),
  "added": Bilingual(zh: "新增", en: "added"), "removed": Bilingual(zh: "删去", en: "removed"),
  "changed": Bilingual(zh: "改动", en: "changed"), "draft": Bilingual(zh: "草稿", en: "draft"),
  "notice": Bilingual(zh: "公示", en: "notice"),
  "final": Bilingual(zh: "定稿", en: "final"),
]

extension DataTable {
  /// The table with words for the keys in it.
  fileprivate func worded(in language: Language) -> DataTable {
    let keyed = columns.indices.filter { ["kind", "change", "state_then", "state"].contains(columns[$0].key) }
    return DataTable(
      columns: columns,
      rows: rows.map { row in
        keyed.reduce(into: row) { row, column in
          if let word = words[row[column].text] { row[column] = .text(word.text(in: language)) }
        }
      })
  }

  /// The table without one of its columns.
  fileprivate func dropping(_ key: String) -> DataTable {
    guard let index = columns.firstIndex(where: { $0.key == key }) else { return self }
    let rest = { (all: [Cell]) in Array(all[..<index] + all[(index + 1)...]) }
    return DataTable(columns: Array(columns[..<index] + columns[(index + 1)...]), rows: rows.map(rest))
  }
}
