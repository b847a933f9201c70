import Diagnostics
import Parsing
import Romanising
import Scoring
import Texts

struct ItemKeyColumns: TableColumns {
  var layout = TableLayout()
  let standard, name, key: ColumnNumber

  init() {
    standard = layout.add("standard", "对象")
    name = layout.add("name", "项目")
    key = layout.add("key", "编号")
  }
}

/// Which ids items have by whose names no table gives one: of all years, so that an item keeps its id from year to year.
struct ItemKeys: Sendable {
  struct Entry: Sendable {
    let standard: Standard
    let name: String
    let key: String
    let place: Place
  }

  private(set) var entries: [Entry] = []
  /// Where among them each standard's names are, as names are compared.
  private var byName: [Standard: [String: Int]] = [:]

  /// Adds an entry, unless the standard has one of that name, which is then given back.
  mutating func add(_ entry: Entry) -> Entry? {
    let name = entry.name.foldedName
    if let known = byName[entry.standard]?[name] { return entries[known] }
    byName[entry.standard, default: [:]][name] = entries.count
    entries.append(entry)
    return nil
  }

  /// The id under the first of some names that has one.
  func key(of names: [String], _ standard: Standard) -> String? {
    names.lazy.compactMap { byName[standard]?[$0.foldedName] }.first.map { entries[$0].key }
  }
}

/// content/item-keys.csv
func decodeItemKeys(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let columns = ItemKeyColumns()
  guard var rows = file.rows(columns.layout, draft.findings) else { return false }
  while rows.next() {
    let standard = rows.choice(columns.standard, itemStandards)
    let name = rows.required(columns.name).asCompared
    guard let key = rows.id(columns.key), let standard, !name.isEmpty else {
      rows.spoil()
      continue
    }
    let entry = ItemKeys.Entry(standard: standard, name: name, key: key, place: rows.place)
    if let twin = draft.itemKeys.add(entry) {
      draft.findings.report(
        .duplicateID(name, first: draft.findings.citation(twin.place), at: rows.place(of: columns.name)))
    }
  }
  return rows.isSound
}

let itemStandards = [Choice("党员", "member", Standard.members), Choice("支部", "branch", .branches)]

/// An item, or a group, that a table names and nobody has given an id.
package struct NewItem: Sendable {
  package let standard: Standard
  package let name: String
  package let key: String
  package let place: Place

  /// Whose standard it is of, as tables say it.
  package var whose: String? { itemStandards.word(for: standard) }
}

extension YearDraft {
  /// Gives every row its id: its own, else that of its name, or of another name of it, in the table of keys. What is left
  /// gets one for the time being, with which all else can be read, and is reported.
  mutating func giveItemsIDs(_ draft: Draft) {
    // A workbook that can't be opened may hold any of them.
    if draft.tree.refused.contains(where: { $0.begins(with: "content/years/\(year)/items.") }) {
      hasAllItemLines = false
    }
    var taken = Set(draft.itemKeys.entries.map(\.key) + itemLines.map(\.key.value))
    var named: [String: Int] = [:]
    for index in itemLines.indices where itemLines[index].key.value.isEmpty {
      let line = itemLines[index]
      guard !line.name.value.isEmpty else { continue }
      let name = "\(line.standard) \(line.name.value.foldedName)"
      if let first = named[name] {
        draft.findings.report(
          .sameNameWithoutID(line.name.value, draft.findings.citation(itemLines[first].place), at: line.name.place))
        hasAllItemLines = false
      }
      named[name] = named[name] ?? index
      let known = draft.itemKeys.key(of: [line.name.value] + line.also, line.standard)
      let key = known ?? newID(line.name.value, &taken)
      itemLines[index].key = Located(key, line.key.place)
      if known == nil {
        newItems.append(NewItem(standard: line.standard, name: line.name.value, key: key, place: line.name.place))
      }
    }
    guard let first = newItems.first, draft.tried == nil, !draft.isEnrolling else { return }
    draft.findings.report(.itemWithoutID(first.name, newItems.count, year: year, at: first.place))
    // What records name may be the id that somebody has in mind.
    hasAllItemLines = false
  }
}

/// `zhu-ti-dang-ri`, with a number behind it where that is somebody's already. An id has 64 characters at most.
private func newID(_ name: String, _ taken: inout Set<String>) -> String {
  var stem = ""
  for word in romanisedWords(of: name) where stem.utf8.count + word.utf8.count < 56 {
    stem += (stem.isEmpty ? "" : "-") + word
  }
  if stem.isEmpty { stem = "item" }
  var (key, number) = (stem, 1)
  while !taken.insert(key).inserted {
    number += 1
    key = "\(stem)-\(number)"
  }
  return key
}

extension Diagnostic {
  fileprivate static func itemWithoutID(_ name: String, _ count: Int, year: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .itemWithoutID, at: place,
      message: count == 1
        ? Bilingual(zh: "项目“\(name)”还没有编号", en: "the item “\(name)” has no id yet")
        : Bilingual(zh: "“\(name)”等 \(count) 个项目还没有编号", en: "“\(name)” and \(count - 1) more items have no ids yet"),
      remedy: Bilingual(
        zh: "运行 dualpoints new items \(year) --write，编号写进 content/item-keys.csv；改了名的，在“又名”里写上原来的名字",
        en:
          "Run dualpoints new items \(year) --write, which enters ids into content/item-keys.csv; of one that was renamed, write the former name into 又名 (also)"
      ))
  }

  fileprivate static func sameNameWithoutID(_ name: String, _ first: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .itemWithoutID, at: place,
      message: Bilingual(
        zh: "\(first) 也有“\(name)”，两行都没有编号", en: "\(first) is called “\(name)” too, and neither row has an id"),
      remedy: Bilingual(zh: "在两行的“编号”一列各写一个", en: "Give each of the two rows an id of its own"))
  }
}
