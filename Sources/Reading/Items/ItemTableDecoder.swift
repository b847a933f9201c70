import Diagnostics
import Parsing
import Scoring
import Texts

private let groupWords = ["组", "分组", "group"]

/// content/years/<year>/items.csv, or sheets in its place: the items of a standard as rows of a table. They wait for
/// rulebook.yaml, whose decoder reads them.
func decodeItems(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let columns = ItemColumns()
  return draft.inYear(of: file) { draft, year in
    guard var rows = file.rows(columns.layout, draft.findings) else {
      year.hasAllItemLines = false
      return false
    }
    while rows.next() {
      if let line = readLine(rows, columns) { year.itemLines.append(line) } else { rows.spoil() }
    }
    if !rows.isSound { year.hasAllItemLines = false }
    return rows.isSound
  }
}

/// `nil` where a cell of the row can't be read, which is reported: nothing can be said of the item without it.
private func readLine(_ rows: TableRows, _ columns: ItemColumns) -> ItemLine? {
  let standard = rows.isEmpty(columns.standard) ? Standard.members : rows.choice(columns.standard, itemStandards)
  let isGroup = groupWords.contains(rows.text(columns.kind).lowercased())
  let isKeyFine = rows.isEmpty(columns.key) || rows.hasID(columns.key)
  var fields = LineFields(rows)
  for (column, key) in [
    (columns.name, "name"), (columns.form, "form"), (columns.unit, "unit"), (columns.from, "from"), (columns.to, "to"),
    (columns.proof, "proof"), (columns.also, "also"),
  ] {
    fields.take(column, as: key)
  }
  if !isGroup { fields.take(columns.kind, as: "kind") }
  fields.takeOnce(columns.once)
  fields.takeList(columns.works, as: "works")
  for (column, context) in columns.notations { fields.takeNotation(column, context, standard ?? .members) }
  fields.settleAmount(standard ?? .members)
  guard let standard, isKeyFine, fields.isSound else { return nil }
  let located = { (column: ColumnNumber) in Located(rows.text(column).trimmed, rows.place(of: column)) }
  return ItemLine(
    standard: standard, isGroup: isGroup,
    name: Located(rows.text(columns.name).asCompared, rows.place(of: columns.name)),
    also: otherNames(rows.text(columns.also)), key: located(columns.key),
    group: rows.isEmpty(columns.group) ? nil : located(columns.group), fields: fields.nodes, place: rows.place)
}

/// The fields of an item, gathered from the cells of its row: each once, wherever it is said.
private struct LineFields {
  private let rows: TableRows
  private(set) var isSound = true
  private var order: [String] = []
  private var scalars: [String: YAMLNode] = [:]
  /// Levels, steps, roles, caps, and for whom: tables by field.
  private var tables: [String: [(key: YAMLNode, value: YAMLNode)]] = [:]
  private var lists: [String: [YAMLNode]] = [:]
  /// Points that may be each record's or each unit's.
  private var amount: (value: YAMLNode, column: ColumnNumber)?

  init(_ rows: TableRows) { self.rows = rows }

  var nodes: [(key: YAMLNode, value: YAMLNode)] {
    order.map { key in
      let (value, first): (YAMLNode?, Place?) =
        if let scalar = scalars[key] {
          (scalar, scalar.place)
        } else if let list = lists[key] {
          (list.first.map { .list(list, at: $0.place) }, list.first?.place)
        } else {
          (tables[key]?.first.map { .table(tables[key] ?? [], at: $0.key.place) }, tables[key]?.first?.key.place)
        }
      let place = first ?? rows.place
      return (.text(key, at: place), value ?? .text("", at: place))
    }
  }

  // MARK: Plain cells

  mutating func take(_ column: ColumnNumber, as key: String) {
    guard !rows.isEmpty(column) else { return }
    set(key, .text(rows.text(column), at: rows.place(of: column)))
  }

  mutating func takeOnce(_ column: ColumnNumber) {
    guard !rows.isEmpty(column) else { return }
    let text = rows.text(column)
    let isOnce = ["取最高", "计最高", "√"].contains(text) || NotationWords.once.contains(text)
    set("once", .text(isOnce ? "true" : text, at: rows.place(of: column)))
  }

  mutating func takeList(_ column: ColumnNumber, as key: String) {
    let names = rows.isEmpty(column) ? [] : otherNames(rows.text(column))
    guard !names.isEmpty else { return }
    note(key)
    lists[key] = names.map { .text($0, at: rows.place(of: column)) }
  }

  // MARK: Notation

  mutating func takeNotation(_ column: ColumnNumber, _ context: NotationContext, _ standard: Standard) {
    guard !rows.isEmpty(column) else { return }
    let text = rows.text(column)
    do throws(NotationFault) {
      for noted in try RuleNotation.parse(text, in: context) { take(noted, text, column, standard) }
    } catch {
      refuse(error, column, text)
    }
  }

  private mutating func refuse(_ fault: NotationFault, _ column: ColumnNumber, _ text: String) {
    isSound = false
    rows.findings.report(
      .notation(fault, column: rows.columns[column.number].chinese, at: place(fault.at, text, column)))
  }

  /// Of a part of a cell that has so many scalars before it.
  private func place(_ scalars: Int, _ text: String, _ column: ColumnNumber) -> Place {
    rows.place(of: column, after: text.unicodeScalars.prefix(scalars).reduce(0) { $0 + UTF8.width($1) })
  }

  private mutating func take(_ noted: NotedClause, _ text: String, _ column: ColumnNumber, _ standard: Standard) {
    let (field, value) = (noted.clause.field, YAMLNode.text(noted.clause.value, at: place(noted.valueAt, text, column)))
    let nameAt = place(noted.nameAt, text, column)
    let named = { (name: String) in YAMLNode.text(name, at: nameAt) }
    switch field {
    case .amount: amount = (value, column)
    case .points: set("points", value)
    case .per: set("per", value)
    case .unit: if scalars["unit"]?.isText(noted.clause.value) != true { set("unit", value) }
    case .each: set("each", value)
    case .start: set("start", value)
    case .weight: set("weight", value)
    case .max: set("max", value)
    case .min: set("min", value)
    case .once: set("once", value)
    case .from: set("from", value)
    case .to: set("to", value)
    case .level(let name): add(named(name), value, to: "levels", name)
    case .step(let from): add(named(from), value, to: "steps", from)
    case .reach(let from): add(named(from), value, to: "reach", from)
    case .role(let name): add(named(name), value, to: "roles", name)
    case .cap(let span): add(named("\(span)"), value, to: "cap", "\(span)")
    case .range(let from): append([named(from), value], to: "range")
    case .again: append([value], to: "again")
    case .audience: addAudience(value, noted.clause.value, standard)
    }
  }

  private mutating func addAudience(_ value: YAMLNode, _ word: String, _ standard: Standard) {
    let isStanding = memberStandingChoices.contains { $0.words.zh == word }
    let isDuty = officeDuties.contains { $0.words.zh == word }
    let kind = standard == .branches ? "branch" : isStanding ? "standing" : isDuty ? "office" : "branch"
    note("for")
    var parts = tables["for"] ?? []
    if let index = parts.firstIndex(where: { $0.key.isText(kind) }) {
      parts[index].value = parts[index].value.appending(value)
    } else {
      parts.append((.text(kind, at: value.place), .list([value], at: value.place)))
    }
    tables["for"] = parts
  }

  /// What a number alone is worth: of a unit where the row has one, else of a record. A branches' item is as often rated.
  mutating func settleAmount(_ standard: Standard) {
    guard let (value, column) = amount else { return }
    if scalars["form"] != nil {
      set("points", value)
    } else if scalars["unit"] != nil {
      set("per", value)
    } else if standard == .members {
      set("points", value)
    } else {
      let text = rows.text(column)
      refuse(NotationFault(kind: .ambiguous(["每次\(text.bare)分", "满分\(text.bare)分"]), text: text, at: 0), column, text)
    }
  }

  // MARK: Collecting

  private mutating func note(_ key: String) { if !order.contains(key) { order.append(key) } }

  private mutating func set(_ key: String, _ value: YAMLNode) {
    if let first = scalars[key] { return reportTwice(key, first.place, at: value.place) }
    note(key)
    scalars[key] = value
  }

  private mutating func add(_ name: YAMLNode, _ value: YAMLNode, to key: String, _ word: String) {
    note(key)
    if let first = tables[key]?.first(where: { $0.key.isText(word) }) {
      return reportTwice(word, first.key.place, at: name.place)
    }
    tables[key, default: []].append((name, value))
  }

  private mutating func append(_ values: [YAMLNode], to key: String) {
    note(key)
    lists[key, default: []] += values
  }

  private mutating func reportTwice(_ key: String, _ first: Place, at place: Place) {
    isSound = false
    rows.findings.report(.duplicateKey(itemWords.names(of: key).first ?? key, first: first, at: place))
  }
}

extension String {
  /// A number of points without 分.
  fileprivate var bare: String { String(trimmed.dropping(suffix: "分") ?? trimmed[...]) }
}
