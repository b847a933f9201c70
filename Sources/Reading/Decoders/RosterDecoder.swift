import Diagnostics
import Parsing
import Scoring
import Texts

/// content/branches.csv (S2): the branches in the order in which pages list them.
func decodeBranches(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let columns = [
    Column("id", "编号"), Column("name", "名称"), Column("short", "简称"), Column("unit", "业务", required: false),
  ]
  guard var rows = file.rows(columns, draft.findings) else { return false }
  var names: [String: Place] = [:]
  while rows.next() {
    guard let id = rows.id(0) else {
      rows.spoil()
      continue
    }
    for column in [1, 2] where !rows.isEmpty(column) {
      let (name, place) = (rows.text(column).asCompared, rows.place(of: column))
      if let first = names["\(column)\(name)"] {
        draft.findings.report(.duplicateName(name, first: draft.findings.citation(first), at: place))
      } else {
        names["\(column)\(name)"] = place
      }
    }
    for column in [1, 2] { rows.checkName(column) }
    let branch = Branch(id: id, name: rows.required(1), short: rows.required(2), unit: rows.text(3), place: rows.place)
    draft.branches.add(branch, id, label: branch.name, at: rows.place(of: 0), draft.findings)
  }
  return rows.isSound
}

/// content/members/*.csv: any number of files; members are numbered by key, so that files and lines may stand in any order.
func decodeMembers(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let columns = [
    Column("key", "编号"), Column("name", "姓名"), Column("pinyin", "拼音"), Column("joined", "入党日期", required: false),
    Column("strokes", "笔画", required: false),
  ]
  guard var rows = file.rows(columns, draft.findings) else { return false }
  while rows.next() {
    guard let key = rows.id(0) else {
      rows.spoil()
      continue
    }
    for column in [1, 2] { rows.checkName(column) }
    // Two characters are set apart by a space so that a column of names lines up; the name is without it.
    let member = Member(
      key: key, name: rows.required(1).asCompared, pinyin: rows.required(2), sortKey: strokesKey(&rows, draft),
      joined: rows.day(3),
      place: rows.place(of: 0))
    draft.memberDrafts.append(member)
  }
  return rows.isSound
}

/// Names by strokes compare by the first character, then by the surname, so that everybody of one surname stands together,
/// then by the other characters and by pinyin: 马永琳 (3 5 12), 马骁 (3 9), 上官绍琳 (3 8 8 12). `nil` where names go by pinyin.
private func strokesKey(_ rows: inout CSVRows, _ draft: Draft) -> String? {
  if draft.site?.nameOrder == .strokes, rows.isEmpty(4) { rows.missing(4) }
  guard !rows.isEmpty(4) else { return nil }
  let strokes = rows.text(4).unicodeScalars.split(separator: " ").map { Int(String($0)) ?? 0 }
  let characters = rows.text(1).unicodeScalars.count { $0.properties.isIdeographic }
  guard strokes.count == characters, strokes.allSatisfy({ (1...84).contains($0) }) else {
    rows.findings.report(.strokesOfName(rows.text(4), rows.text(1), characters, at: rows.place(of: 4)))
    return nil
  }
  guard draft.site?.nameOrder == .strokes else { return nil }
  let counts = strokes.map { $0 < 10 ? "0\($0)" : "\($0)" }
  let (pinyin, name) = (rows.text(2), rows.text(1))
  let family = String(String.UnicodeScalarView(pinyin.unicodeScalars.prefix { $0 != " " }))
  let surname = "\(family) \(String(String.UnicodeScalarView(name.unicodeScalars.prefix(1))))"
  return (counts.prefix(1) + [surname] + counts.dropFirst() + [pinyin]).joined(separator: " ")
}

func settleMembers(_ draft: inout Draft) {
  for member in draft.memberDrafts.sorted(by: { ($0.key, $0.place) < ($1.key, $1.place) }) {
    draft.members.add(member, member.key, label: member.name, at: member.place, draft.findings)
  }
  if draft.memberDrafts.isEmpty, !draft.findings.isSpoiled(.member) {
    draft.findings.report(.emptyRoster())
    draft.findings.spoil(.member)
  }
}

/// content/memberships/*.csv: dated stays of members in branches.
func decodeMemberships(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let columns = [
    Column("member", "党员"), Column("branch", "支部"), Column("from", "自"), Column("to", "至", required: false),
    Column("standing", "身份"), Column("exempt", "免计", required: false),
  ]
  let standings = [Choice("正式", "full", Membership.Standing.full), Choice("预备", "probationary", .probationary)]
  let wasSound = draft.hasAllMemberships
  draft.hasAllMemberships = false
  guard var rows = file.rows(columns, draft.findings) else { return false }
  var isSound = true
  while rows.next() {
    let member = rows.requiredReference(0, .member, draft.members.names)
    let branch = rows.requiredReference(1, .branch, draft.branches.names)
    let from = rows.requiredDay(2)
    let to = rows.day(3)
    let standing = rows.choice(4, standings)
    let exemption = rows.isEmpty(5) ? nil : rows.text(5)
    guard let member, let branch, let from, let standing else {
      isSound = false
      continue
    }
    if let to, to < from {
      draft.findings.report(.periodReversed(from, to, at: rows.place(of: 3)))
      isSound = false
      continue
    }
    draft.memberships.append(
      Membership(
        member: member, branch: branch, from: from, to: to, standing: standing, exemption: exemption, place: rows.place)
    )
  }
  draft.hasAllMemberships = wasSound && isSound && rows.isSound
  return rows.isSound
}

/// A member's stays never overlap, none begins before the day of joining, and probation comes first.
func checkMemberships(_ draft: inout Draft) {
  for stay in draft.memberships {
    let member = draft.members.entities[stay.member]
    if let joined = member.joined, stay.from < joined {
      draft.findings.report(.stayBeforeJoining(member, stay.from, joined: joined, at: stay.place))
    }
  }
  let stays = draft.memberships.sorted { ($0.member, $0.from, $0.place) < ($1.member, $1.from, $1.place) }
  // The latest stay comes last: people of one name are told apart by it.
  for stay in stays { draft.members.mark(stay.member, draft.branches.entities[stay.branch].name) }
  for (earlier, later) in zip(stays, stays.dropFirst()) where earlier.member == later.member {
    if earlier.standing == .full, later.standing == .probationary {
      draft.findings.report(.probationAfterwards(draft.members.entities[later.member], later.from, at: later.place))
    }
    guard earlier.covers(later.from) else { continue }
    draft.findings.report(
      .membershipOverlap(
        draft.members.entities[later.member], on: later.from, first: draft.findings.citation(earlier.place),
        at: later.place))
  }
}

/// content/offices.csv: who leads a branch, and the level of their post (S9).
func decodeOffices(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let columns = [
    Column("branch", "支部"), Column("member", "党员"), Column("duty", "职务"), Column("level", "职级"),
    Column("post", "岗位", required: false), Column("from", "自"), Column("to", "至", required: false),
  ]
  let duties = [
    Choice("书记", "secretary", Office.Duty.secretary), Choice("副书记", "deputy", .deputy),
    Choice("委员", "committee", .committee),
  ]
  let levels = [
    Choice("员工", "staff", Office.Level.staff), Choice("主管", "supervisor", .supervisor), Choice("中层", "middle", .middle),
    Choice("高管", "senior", .senior),
  ]
  draft.hasAllOffices = false
  guard var rows = file.rows(columns, draft.findings) else { return false }
  var read = 0
  while rows.next() {
    read += 1
    let branch = rows.requiredReference(0, .branch, draft.branches.names)
    let member = rows.requiredReference(1, .member, draft.members.names)
    let duty = rows.choice(2, duties)
    let level = rows.choice(3, levels)
    let from = rows.requiredDay(5)
    let to = rows.day(6)
    guard let branch, let member, let duty, let level, let from else { continue }
    if let to, to < from {
      draft.findings.report(.periodReversed(from, to, at: rows.place(of: 6)))
      continue
    }
    draft.offices.append(
      Office(
        branch: branch, member: member, duty: duty, level: level, post: rows.text(4), from: from, to: to,
        place: rows.place))
  }
  draft.hasAllOffices = rows.isSound && draft.offices.count == read
  return draft.hasAllOffices
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

  static func duplicateName(_ name: String, first: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .duplicateName, at: place,
      message: Bilingual(
        zh: "“\(name)”已是另一个支部的名字（\(first)）", en: "“\(name)” is another branch's name already (\(first))"),
      remedy: Bilingual(
        zh: "页面上只见名字；给两个支部不同的名称和简称", en: "Pages show nothing but names; tell the two branches apart by theirs"))
  }

  static func garbledName(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .garbledName, at: place,
      message: Bilingual(
        zh: "“\(name)”里有转码时留下的乱码或问号", en: "“\(name)” has what a wrong encoding leaves behind"),
      remedy: Bilingual(
        zh: "重新打一遍这个名字；表格另存为“CSV UTF-8”就不会丢字", en: "Type the name anew; “CSV UTF-8” loses no character"))
  }

  static func emptyRoster() -> Diagnostic {
    Diagnostic(
      .emptyRoster, at: nil, path: "content/members",
      message: Bilingual(zh: "名册里一个党员也没有", en: "the roster names no member at all"),
      remedy: Bilingual(zh: "在 content/members/ 里写上名册（CSV）", en: "Write the roster into content/members/ as CSV"))
  }

  static func membershipOverlap(_ member: Member, on day: Day, first: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .membershipOverlap, at: place,
      message: Bilingual(
        zh: "\(member.name)在 \(day) 已有支部（\(first)）", en: "\(member.key) already has a branch on \(day) (\(first))"),
      remedy: Bilingual(zh: "给前一段填上“至”，在新的一段开始之前", en: "End the earlier stay before this one begins"))
  }
}

extension CSVRows {
  /// Reports a name with a character nobody sees, or with what a wrong encoding left of one.
  func checkName(_ column: Int) {
    let text = text(column)
    if text.unicodeScalars.contains(where: { "?？\u{FFFD}".unicodeScalars.contains($0) }) || text.contains("锟斤拷") {
      findings.report(.garbledName(text.shortened, at: place(of: column)))
    } else {
      checkSeen(column)
    }
  }
}
