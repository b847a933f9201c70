import Diagnostics
import Parsing
import Scoring
import Texts

struct MemberColumns: TableColumns {
  var layout = TableLayout()
  let key, name, pinyin, joined, strokes, also: ColumnNumber

  init() {
    key = layout.add("key", "编号")
    name = layout.add("name", "姓名")
    pinyin = layout.add("pinyin", "拼音")
    joined = layout.add("joined", "入党日期", required: false)
    strokes = layout.add("strokes", "笔画", required: false)
    also = layout.add("also", "又名", required: false)
  }
}

/// A member as a file of the roster has it; they are numbered once all files are read.
struct MemberDraft {
  let member: Member
  let otherNames: [Located<String>]
}

/// content/members/*.csv: any number of files; members are numbered by key, so that files and lines may stand in any order.
func decodeMembers(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let columns = MemberColumns()
  guard var rows = file.rows(columns.layout, draft.findings) else { return false }
  while rows.next() {
    guard let key = rows.id(columns.key) else {
      rows.spoil()
      continue
    }
    for column in [columns.name, columns.pinyin, columns.also] { rows.checkName(column) }
    // Two characters are set apart by a space so that a column of names lines up; the name is without it.
    let others = rows.otherNames(columns.also)
    let member = Member(
      key: key, name: rows.required(columns.name).asCompared, pinyin: rows.required(columns.pinyin),
      sortKey: strokesKey(rows, columns, draft), also: others.map(\.value),
      joined: rows.day(columns.joined),
      place: rows.place(of: columns.key))
    draft.memberDrafts.append(MemberDraft(member: member, otherNames: others))
  }
  return rows.isSound
}

/// Names by strokes compare by the first character, then by the surname, so that everybody of one surname stands together,
/// then by the other characters and by pinyin: 马永琳 (3 5 12), 马骁 (3 9), 上官绍琳 (3 8 8 12). `nil` where names go by pinyin.
private func strokesKey(_ rows: TableRows, _ columns: MemberColumns, _ draft: Draft) -> String? {
  if draft.site?.nameOrder == .strokes, rows.isEmpty(columns.strokes) { rows.missing(columns.strokes) }
  guard !rows.isEmpty(columns.strokes) else { return nil }
  let strokes = rows.text(columns.strokes).unicodeScalars.split(separator: " ").map { Int(String($0)) ?? 0 }
  let characters = rows.text(columns.name).unicodeScalars.count { $0.properties.isIdeographic }
  guard strokes.count == characters, strokes.allSatisfy({ (1...84).contains($0) }) else {
    rows.findings.report(
      .strokesOfName(
        rows.text(columns.strokes), rows.text(columns.name), characters, at: rows.place(of: columns.strokes)))
    return nil
  }
  guard draft.site?.nameOrder == .strokes else { return nil }
  let counts = strokes.map { $0 < 10 ? "0\($0)" : "\($0)" }
  let (pinyin, name) = (rows.text(columns.pinyin), rows.text(columns.name))
  let family = String(String.UnicodeScalarView(pinyin.unicodeScalars.prefix { $0 != " " }))
  let surname = "\(family) \(String(String.UnicodeScalarView(name.unicodeScalars.prefix(1))))"
  return (counts.prefix(1) + [surname] + counts.dropFirst() + [pinyin]).joined(separator: " ")
}

func settleMembers(_ draft: inout Draft) {
  var others: [(of: Ref<Member>, name: Located<String>)] = []
  let drafts = draft.memberDrafts.sorted { ($0.member.key, $0.member.place) < ($1.member.key, $1.member.place) }
  for entry in drafts {
    let (member, number) = (entry.member, draft.members.entities.count)
    draft.members.add(member, member.key, called: [member.name] + member.also, at: member.place, draft.findings)
    if draft.members.entities.count > number { others += entry.otherNames.map { (Ref(number), $0) } }
  }
  draft.members.names.reportShared(others, .member, draft.findings)
  if draft.memberDrafts.isEmpty, !draft.findings.isSpoiled(.member) {
    draft.findings.report(.emptyRoster())
    draft.findings.spoil(.member)
  }
}

extension Diagnostic {
  static func strokesOfName(_ text: String, _ name: String, _ characters: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .malformedNumber, at: place,
      message: Bilingual(
        zh: "“\(text)”不是“\(name)”\(characters) 个字各自的笔画数",
        en: "“\(text)” isn't the strokes of each of the \(characters) characters of “\(name)”"),
      remedy: Bilingual(zh: "每个字写一个数，用空格隔开：8 14 8", en: "Write one number a character, parted by spaces: 8 14 8"))
  }

  static func emptyRoster() -> Diagnostic {
    Diagnostic(
      .emptyRoster, at: nil, path: "content/members",
      message: Bilingual(zh: "名册里一个党员也没有", en: "the roster names no member at all"),
      remedy: Bilingual(zh: "在 content/members/ 里写上名册（CSV）", en: "Write the roster into content/members/ as CSV"))
  }
}
