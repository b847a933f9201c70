import Diagnostics
import Scoring
import Tables
import Texts

/// The comparison as tables: for people all of it, as CSV the movers, as JSON everything.
extension SiteChanges {
  private static let whom: [DataTable.Column] = [
    .number("year", zh: "年度", en: "Year"), .word("kind", zh: "类别", en: "Kind"), .word("key", zh: "编号", en: "Key"),
    .word("name", zh: "姓名或支部", en: "Name"),
  ]

  private func cells(_ year: Int, _ subject: Subject, _ name: String) -> [DataTable.Cell] {
    [.number("\(year)"), term(subject.kind.rawValue), .text(subject.key), .text(name)]
  }

  private var movers: DataTable {
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

  private var causes: DataTable {
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
          term(change.kind), day(entry?.day),
          change.then.map { .number($0.points.exact) } ?? .none, change.now.map { .number($0.points.exact) } ?? .none,
          change.then.map { .number($0.capped.exact) } ?? .none, change.now.map { .number($0.capped.exact) } ?? .none,
          .text(entry?.reason ?? ""), .text(entry?.rule ?? ""), .text(entry?.record ?? ""),
        ]
      })
  }

  private var files: DataTable {
    DataTable(
      columns: [.word("change", zh: "变化", en: "Change"), .word("path", zh: "文件", en: "File")],
      rows: pages.map { [term($0.kind.rawValue), .text($0.path)] })
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
          + [then?.asOf, now?.asOf].map { day($0) }
          + [then?.state, now?.state].map { $0.map(term) ?? .none }
      })
  }

  /// How many files people see before they are only counted.
  private static let shownFiles = 20

  /// - Parameter note: what people should know of the comparison itself.
  package func report(note: Bilingual?) -> TableReport {
    let people = moved.count { $0.subject.kind == .member }
    let units = moved.count - people
    let (movers, causes, files) = (movers, causes, files)
    let shown = DataTable(columns: files.columns, rows: Array(files.rows.prefix(Self.shownFiles)))
    let left = files.rows.count - shown.rows.count
    let sections: [TableReport.Section] = [
      .init("years", states, title: Bilingual(zh: "年度", en: "Years")),
      .init(
        "movers", movers, title: Bilingual(zh: "积分或名次变化", en: "Movers"),
        lead: Bilingual(
          zh: "积分或名次变化：党员 \(people) 名，支部 \(units) 个", en: "moved in total or rank: \(people) members, \(units) branches"
        ),
        shown: movers.dropping("because")),
      .init(
        "entries", causes, title: Bilingual(zh: "因为这些记录", en: "Entries"),
        lead: Bilingual(zh: "因为这些记录：\(entries.count) 条", en: "because of these entries: \(entries.count)"),
        shown: causes.dropping("capped_then", "capped")),
      .init(
        "files", files, title: Bilingual(zh: "不同的文件", en: "Files"),
        lead: Bilingual(zh: "不同的文件：\(pages.count) 个", en: "files that differ: \(pages.count)"),
        shown: shown,
        more: left > 0
          ? Bilingual(zh: "…… 另有 \(left) 个（--format json 列出全部）", en: "… and \(left) more (--format json lists all)")
          : nil),
    ]
    return TableReport(
      sections, rows: movers, closing: note.map { [$0] } ?? [],
      instead: isEmpty
        ? Bilingual(zh: "没有变化：积分、名次和每个文件都与原来相同", en: "nothing changed: totals, ranks and every file are as they were")
        : nil)
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

/// A day as an older site wrote it.
private func day(_ text: String?) -> DataTable.Cell {
  guard let text else { return .none }
  return (try? reportDay(text)).map { .day($0) } ?? .text(text)
}

private func term(_ key: String) -> DataTable.Cell { words[key].map { .term(key, $0) } ?? .text(key) }
