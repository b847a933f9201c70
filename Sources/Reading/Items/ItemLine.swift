import Diagnostics
import Parsing
import Scoring
import Texts

/// What a row of an items table says: the fields that a line of rulebook.yaml would have, each with its cell. One decoder
/// reads both.
struct ItemLine: Sendable {
  let standard: Standard
  /// Whether it is a group of items, and no item.
  let isGroup: Bool
  let name: Located<String>
  let also: [String]
  /// Empty where the row has none and none was given.
  var key: Located<String>
  /// The group that the row says it is of.
  let group: Located<String>?
  /// All but the key.
  let fields: [(key: YAMLNode, value: YAMLNode)]
  let place: Place

  /// As a decoder of rulebooks takes it.
  func table(_ findings: MistakeCollector) -> YAMLTable {
    let key = (key: YAMLNode.text("key", at: key.place), value: YAMLNode.text(key.value, at: key.place))
    return YAMLTable([key] + fields, at: place, source: source(findings))
  }

  fileprivate func source(_ findings: MistakeCollector) -> YAMLSource {
    YAMLSource(file: place.file, firstLine: 1, findings: findings, words: itemWords)
  }
}

/// The rows of one standard, beside what rulebook.yaml says of it.
struct ItemLines {
  fileprivate let lines: [ItemLine]
  /// Whether every table could be read.
  let isSound: Bool

  /// The items, wherever they stand; in both places they are a mistake.
  func items(beside table: YAMLTable, _ scope: RuleScope) -> [YAMLTable] {
    let rows = lines.filter { !$0.isGroup }
    guard let first = rows.first else {
      return isSound ? table.tables("items") : table.tables(ifAny: "items")
    }
    guard table.has("items") else { return rows.map { $0.table(table.findings) } }
    let written = table.tables(ifAny: "items")
    switch scope.tried {
    case .rulebook: return written
    case .items: return rows.map { $0.table(table.findings) }
    case nil:
      table.findings.report(
        .itemsTwice(scope.standard, table.findings.citation(first.place), at: table.place(of: "items")))
      return written
    }
  }

  /// The groups of both places, each with the rows that say they are of it.
  func groups(beside table: YAMLTable) -> [GroupEntry] {
    let (rows, findings) = (lines.filter { !$0.isGroup && $0.group != nil }, table.findings)
    let groups = table.tables(ifAny: "groups") + lines.filter(\.isGroup).map { $0.table(findings) }
    var found = groups.map { GroupEntry(table: $0, rows: [], isWhole: isSound) }
    let called = groups.map { group in
      ["key", "name"].compactMap { group.value(ifAny: $0)?.plain?.foldedName }
    }
    for row in rows {
      guard let group = row.group else { continue }
      guard let index = called.firstIndex(where: { $0.contains(group.value.foldedName) }) else {
        findings.report(
          .unknownGroup(
            group.value.shortened, nearest(to: group.value, in: groups.compactMap { $0.value(ifAny: "name")?.plain }),
            at: group.place))
        continue
      }
      found[index].rows.append(YAMLValue(.text(row.key.value, at: group.place), source: row.source(findings)))
    }
    return found
  }
}

/// What says a group: its own line or row, and the rows of items that say they are of it.
struct GroupEntry {
  let table: YAMLTable
  fileprivate(set) var rows: [YAMLValue]
  /// Whether every row could be read: else nobody misses items.
  let isWhole: Bool
}

extension YearDraft {
  func hasLines(of standard: Standard) -> Bool { !hasAllItemLines || itemLines.contains { $0.standard == standard } }

  func lines(of standard: Standard) -> ItemLines {
    ItemLines(lines: itemLines.filter { $0.standard == standard }, isSound: hasAllItemLines)
  }
}

extension Diagnostic {
  fileprivate static func itemsTwice(_ standard: Standard, _ row: String, at place: Place) -> Diagnostic {
    let whose =
      standard == .members
      ? Bilingual(zh: "党员", en: "members") : Bilingual(zh: "支部", en: "branches")
    return Diagnostic(
      .itemsTwice, at: place,
      message: Bilingual(
        zh: "\(whose.zh)的项目写在两处：这里，和 \(row) 的表", en: "items of \(whose.en) stand here and in the table of \(row)"),
      remedy: Bilingual(
        zh: "留下一处：删去这里的 items，或删去表里的这些行", en: "Keep one place: remove items here, or those rows of the table"))
  }

  fileprivate static func unknownGroup(_ name: String, _ near: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .unknownGroup, at: place,
      message: Bilingual(zh: "没有叫“\(name)”的组", en: "no group is called “\(name)”"),
      remedy: near.map { Bilingual(zh: "是不是“\($0)”？", en: "Did you mean “\($0)”?") }
        ?? Bilingual(
          zh: "在表里加一行，类别写 组，项目写“\(name)”，上限写如 月5分，年20分；或在 rulebook.yaml 的 groups 里写上",
          en: "Add a row of the kind 组 (group) called so, with its caps; or name it in groups of rulebook.yaml"))
  }
}
