import Diagnostics
import Parsing
import Romanising
import Scoring
import Texts

struct KeyColumns: TableColumns {
  var layout = TableLayout()
  let name, branch, joined, key, pinyin, strokes: ColumnNumber

  init() {
    name = layout.add("name", "姓名")
    branch = layout.add("branch", "支部", required: false)
    joined = layout.add("joined", "入党日期", required: false)
    key = layout.add("key", "编号")
    pinyin = layout.add("pinyin", "拼音", required: false)
    strokes = layout.add("strokes", "笔画", required: false)
  }
}

/// content/keys.csv: which id somebody has whom the roster names without one. Who has left the roster stays here, so that
/// what they did keeps its name.
func decodeKeys(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let columns = KeyColumns()
  guard var rows = file.rows(columns.layout, draft.findings) else { return false }
  while rows.next() {
    for column in [columns.name, columns.pinyin] { rows.checkName(column) }
    let branch = rows.reference(columns.branch, .branch, draft.branches.names)
    let name = rows.required(columns.name).asCompared
    guard let key = rows.id(columns.key), !name.isEmpty else {
      rows.spoil()
      continue
    }
    draft.keys.add(
      KnownPerson(
        key: key, name: name, branch: branch, joined: rows.day(columns.joined), pinyin: rows.text(columns.pinyin),
        strokes: rows.text(columns.strokes), place: rows.place(of: columns.key)))
  }
  return rows.isSound
}

extension Draft {
  /// Members who stand in the table of keys and in no row of the roster any more.
  func formerMembers() -> [Member] {
    let listed = Set(memberDrafts.map(\.member.key))
    return keys.people.filter { !listed.contains($0.key) }.map { person in
      let pinyin = person.pinyin.isEmpty ? RomanisedName(person.name)?.pinyin ?? person.key : person.pinyin
      return Member(
        key: person.key, name: person.name, pinyin: pinyin,
        sortKey: site?.nameOrder == .strokes
          ? strokesKey(person.name, pinyin, strokeCounts(person.strokes, of: person.name)) : nil,
        joined: person.joined, place: person.place)
    }
  }
}

/// Written strokes, else those of the characters.
func strokeCounts(_ written: String, of name: String) -> [Int] {
  let counts = written.unicodeScalars.split(separator: " ").compactMap { Int(String($0)) }
  return counts.isEmpty ? strokes(ofName: name) ?? [] : counts
}
