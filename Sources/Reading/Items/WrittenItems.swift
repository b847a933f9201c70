import Parsing
import Scoring
import Texts

extension SheetWriter {
  func writeItems(_ rows: inout RowWriter) {
    guard let year, let rulebook = year.rulebook else { return }
    let members = rulebook.items.map { BranchItem($0, maximum: nil) }
    for (standard, items, framework) in [
      (Standard.members, members, rulebook.memberFramework),
      (.branches, rulebook.branchItems, rulebook.branchFramework),
    ] {
      let writer = ItemRowWriter(
        standard: standard, framework: framework, otherNames: year.otherNames[standard] ?? [:], period: year.period,
        works: draft.works.entities, branches: draft.branches.entities)
      for item in items where item.place.file == file { writer.add(item, to: &rows) }
      for group in framework.groups where group.place.file == file { writer.add(group, to: &rows) }
    }
  }
}

/// Items and groups of a standard as rows of an items table, in the notation's own words.
struct ItemRowWriter {
  let standard: Standard
  let framework: Framework
  /// By key.
  let otherNames: [String: [String]]
  let period: Period?
  let works: [Work]
  let branches: [Branch]
  private let columns = ItemColumns()

  init(
    standard: Standard, framework: Framework, otherNames: [String: [String]], period: Period?, works: [Work],
    branches: [Branch]
  ) {
    (self.standard, self.framework, self.otherNames) = (standard, framework, otherNames)
    (self.period, self.works, self.branches) = (period, works, branches)
  }

  private var whose: String? { itemStandards.word(for: standard) }

  func add(_ item: BranchItem, to rows: inout RowWriter) {
    let (rule, terms) = (item.rule, item.rule.terms)
    let isLevels = if case .levels = rule.form { true } else { false }
    let isSurvey = if case .survey = rule.form { true } else { false }
    let least: Points? = if case .rating(let least, _) = rule.form, least != .zero { least } else { nil }
    rows.add(
      from: item.place,
      [
        columns.standard: whose, columns.kind: item.kind == .base ? "规定" : "自选", columns.name: item.name,
        columns.key: item.key, columns.form: rule.formWords?.zh,
        columns.rule: isLevels || isSurvey ? nil : NotationWriter.write(rule.ways, in: .rule),
        columns.levels: isLevels ? NotationWriter.write(rule.ways, in: .levels) : nil,
        columns.cap: NotationWriter.write(rule.caps.clauses, in: .caps),
        columns.roles: NotationWriter.write(terms.roleClauses, in: .roles), columns.once: terms.isOnce ? "取最高" : nil,
        columns.again: NotationWriter.write(terms.againClauses, in: .again), columns.start: terms.start?.short,
        columns.weight: isSurvey ? NotationWriter.write(rule.ways, in: .number(.weight)) : nil,
        columns.maximum: item.maximum?.short, columns.least: least?.short,
        columns.from: terms.validity.flatMap { $0.first == period?.first ? nil : "\($0.first)" },
        columns.to: terms.validity.flatMap { $0.last == period?.last ? nil : "\($0.last)" },
        columns.audience: terms.audience.map { NotationWriter.write($0.clauses(branches), in: .audience) },
        columns.group: terms.group.map { framework.groups[Int($0)].name },
        columns.works: item.works.map { works[$0].id }.joined(separator: "|"), columns.proof: item.proof,
        columns.also: otherNames[item.key]?.joined(separator: "|"),
      ])
  }

  func add(_ group: ItemGroup, to rows: inout RowWriter) {
    rows.add(
      from: group.place,
      [
        columns.standard: whose, columns.kind: "组", columns.name: group.name, columns.key: group.key,
        columns.cap: NotationWriter.write(group.caps.clauses, in: .caps), columns.once: group.isOnce ? "取最高" : nil,
      ])
  }
}
