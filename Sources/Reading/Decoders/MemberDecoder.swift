import Diagnostics
import Forms
import Parsing
import Romanising
import Scoring
import Texts

struct MemberColumns: TableColumns {
  var layout = TableLayout()
  let key, name, pinyin, joined, strokes, also, branch, confirmed, left, note: ColumnNumber

  init() {
    key = layout.add("key", "编号", required: false)
    name = layout.add("name", "姓名")
    pinyin = layout.add("pinyin", "拼音", required: false)
    joined = layout.add("joined", "入党日期", required: false)
    strokes = layout.add("strokes", "笔画", required: false)
    also = layout.add("also", "又名", required: false)
    branch = layout.add("branch", "支部", required: false)
    confirmed = layout.add("confirmed", "转正日期", required: false)
    left = layout.add("left", "转出日期", required: false)
    note = layout.add("note", "备注", required: false)
    let known = layout
    layout.meaning = { meantColumn(by: $0, of: known, found: []) }
    layout.wayOut = Bilingual(
      zh: "单位的花名册不必删列：放在 content/ 外面，用 dualpoints new members --from 花名册；工作簿也可以用读表规则写“不取列”",
      en:
        "An office's roster keeps its columns outside content/, for `dualpoints new members --from ROSTER`; a workbook may have a rule with `leave_columns`"
    )
  }
}

/// A member as a file of the roster has it; they are numbered once all files are read.
struct MemberDraft: Sendable {
  let member: Member
  let otherNames: [Located<String>]
}

/// What was read of a file of the roster.
private struct ReadRoster: Sendable {
  var rows: [RosterRow] = []
  var members: [MemberDraft] = []
  /// Rows of people without an id whom nobody knows.
  var unkeyed: [RosterRow] = []
  /// Whether the name of everybody in it could be read.
  var isSound = false
}

/// content/members/*.csv, read side by side: there are as many files as branches, and none needs another. Members are
/// numbered by key, so that files and lines may stand in any order.
func readRosters(_ draft: inout Draft, _ files: [InputFile]) {
  let reader = RosterReader(draft)
  let read = draft.readSideBySide(files, size: 8, reader.read)
  for (file, roster) in zip(files, read.lazy.flatMap(\.files)) {
    draft.rosterRows += roster.rows
    draft.memberDrafts += roster.members
    if !roster.unkeyed.isEmpty { draft.unkeyed[file.index] = roster.unkeyed }
    if roster.isSound { draft.soundFiles.insert(file.index) }
  }
}

/// What the rosters are read with: all that is known before the first of them.
private struct RosterReader: Sendable {
  let columns = MemberColumns()
  let branches: Names<Branch>
  let keys: KnownPeople
  let isEnrolling: Bool
  let wantsStrokes: Bool

  init(_ draft: Draft) {
    branches = draft.branches.names
    keys = draft.keys
    isEnrolling = draft.isEnrolling
    wantsStrokes = draft.site?.nameOrder == .strokes
  }

  /// A row without an id is the one whom content/keys.csv has under this name, branch and day of joining.
  @Sendable func read(_ file: InputFile, _ findings: MistakeCollector) -> ReadRoster {
    var roster = ReadRoster()
    guard var rows = file.rows(columns.layout, findings) else { return roster }
    while rows.next() {
      for column in [columns.name, columns.pinyin, columns.also] { rows.checkName(column) }
      let hasKey = !rows.isEmpty(columns.key)
      if hasKey, !rows.hasID(columns.key) {
        rows.spoil()
        continue
      }
      let row = rosterRow(rows)
      roster.rows.append(row)
      let known = hasKey ? nil : knownPerson(row, findings)
      guard hasKey || known != nil else {
        // Who left before the ledger began has no id and needs none.
        if row.left == nil, !row.name.isEmpty {
          rows.spoil()
          if keys.candidates(row.name, row.branch, row.joined).isEmpty { roster.unkeyed.append(row) }
        }
        continue
      }
      let pinyin = pinyin(of: row, known, findings)
      let others = rows.otherNames(columns.also)
      let member = Member(
        key: known?.key ?? row.key, name: row.name, pinyin: pinyin, sortKey: sortKey(of: row, known, pinyin, rows),
        also: others.map(\.value), joined: row.joined ?? known?.joined, place: row.place)
      roster.members.append(MemberDraft(member: member, otherNames: others))
    }
    roster.isSound = rows.isSound
    return roster
  }

  private func rosterRow(_ rows: TableRows) -> RosterRow {
    // Two characters are set apart by a space so that a column of names lines up; the name is without it.
    RosterRow(
      name: rows.required(columns.name).asCompared, key: rows.text(columns.key), pinyin: rows.text(columns.pinyin),
      strokes: rows.text(columns.strokes), branch: rows.reference(columns.branch, .branch, branches),
      joined: rows.day(columns.joined), confirmation: confirmation(rows), left: rows.day(columns.left),
      remark: Remark(text: rows.text(columns.note)),
      place: rows.place(of: rows.isEmpty(columns.key) ? columns.name : columns.key))
  }

  private func confirmation(_ rows: TableRows) -> Confirmation {
    guard rows.has(columns.confirmed) else { return .unsaid }
    return rows.day(columns.confirmed).map(Confirmation.on) ?? .empty
  }

  /// Whom the table of keys has for a row without an id; several are reported.
  private func knownPerson(_ row: RosterRow, _ findings: MistakeCollector) -> KnownPerson? {
    let found = keys.candidates(row.name, row.branch, row.joined)
    if found.count > 1, row.left == nil, !isEnrolling {
      findings.report(.severalKeys(row.name, found.map { keys.people[$0].key }, at: row.place))
    }
    return found.count == 1 ? keys.people[found[0]] : nil
  }

  /// As the roster has it, else the table of keys, else as the name is read.
  private func pinyin(of row: RosterRow, _ known: KnownPerson?, _ findings: MistakeCollector) -> String {
    let written = row.pinyin.isEmpty ? known?.pinyin ?? "" : row.pinyin
    guard written.isEmpty else { return written }
    if let read = RomanisedName(row.name) { return read.pinyin }
    if !row.name.isEmpty { findings.report(.unreadName(row.name, at: row.place)) }
    return ""
  }

  /// `nil` where names go by pinyin. Strokes are as the roster has them, else the table of keys, else as they are counted;
  /// what fits no character is reported in any case.
  private func sortKey(of row: RosterRow, _ known: KnownPerson?, _ pinyin: String, _ rows: TableRows) -> String? {
    if rows.isEmpty(columns.strokes) {
      guard wantsStrokes else { return nil }
      let counts = strokeCounts(known?.strokes ?? "", of: row.name)
      if counts.isEmpty, !row.name.isEmpty { rows.findings.report(.uncountedName(row.name, at: row.place)) }
      return counts.isEmpty ? nil : strokesKey(row.name, pinyin, counts)
    }
    let strokes = row.strokes.utf8.split(separator: 0x20).map { Int(Substring($0)) ?? 0 }
    let characters = row.name.unicodeScalars.count { $0.properties.isIdeographic }
    guard strokes.count == characters, strokes.allSatisfy({ (1...84).contains($0) }) else {
      rows.findings.report(.strokesOfName(row.strokes, row.name, characters, at: rows.place(of: columns.strokes)))
      return nil
    }
    return wantsStrokes ? strokesKey(row.name, pinyin, strokes) : nil
  }
}

/// Names by strokes compare by the first character, then by the surname, so that everybody of one surname stands together,
/// then by the other characters and by pinyin: 马永琳 (3 5 12), 马骁 (3 9), 上官绍琳 (3 8 8 12).
func strokesKey(_ name: String, _ pinyin: String, _ strokes: [Int]) -> String {
  let counts = strokes.map { $0 < 10 ? "0\($0)" : "\($0)" }
  let family = String(String.UnicodeScalarView(pinyin.unicodeScalars.prefix { $0 != " " }))
  let surname = "\(family) \(String(String.UnicodeScalarView(name.unicodeScalars.prefix(1))))"
  return (counts.prefix(1) + [surname] + counts.dropFirst() + [pinyin]).joined(separator: " ")
}

extension Draft {
  /// Strokes as the roster or the table of keys has them, by the member's key.
  var writtenStrokes: [String: String] {
    let rows = Dictionary(rosterRows.map { ($0.place, $0.strokes) }) { first, _ in first }
    let known = Dictionary(keys.people.map { ($0.key, $0.strokes) }) { first, _ in first }
    return Dictionary(
      memberDrafts.map { draft in
        let (row, key) = (rows[draft.member.place, default: ""], draft.member.key)
        return (key, row.isEmpty ? known[key, default: ""] : row)
      }
    ) { first, _ in first }
  }
}

func settleMembers(_ draft: inout Draft) {
  draft.memberDrafts += draft.formerMembers().map { MemberDraft(member: $0, otherNames: []) }
  for rows in draft.isEnrolling ? [] : draft.unkeyed.sorted(by: { $0.key < $1.key }).map(\.value) {
    draft.findings.report(.noKey(rows[0].name, of: rows.count, at: rows[0].place))
  }
  var others: [(of: Ref<Member>, name: Located<String>)] = []
  let drafts = draft.memberDrafts.sorted { ($0.member.key, $0.member.place) < ($1.member.key, $1.member.place) }
  for entry in drafts {
    let (member, number) = (entry.member, draft.members.entities.count)
    draft.members.add(member, member.key, called: [member.name] + member.also, at: member.place, draft.findings)
    if draft.members.entities.count > number { others += entry.otherNames.map { (Ref(number), $0) } }
  }
  draft.members.names.reportShared(others, .member, draft.findings)
  if draft.memberDrafts.isEmpty, !draft.isEnrolling, !draft.findings.isSpoiled(.member) {
    draft.hasEmptyRoster = true
    draft.findings.spoil(.member)
  }
}
