import Diagnostics
import Parsing
import Scoring
import Texts

struct MembershipColumns: TableColumns {
  var layout = TableLayout()
  let member, branch, from, to, standing, exempt: ColumnNumber

  init() {
    member = layout.refer("member", "党员")
    branch = layout.refer("branch", "支部")
    from = layout.add("from", "自")
    to = layout.add("to", "至", required: false)
    standing = layout.add("standing", "身份")
    exempt = layout.add("exempt", "免计", required: false)
  }
}

let memberStandingChoices = [
  Choice("正式", "full", Membership.Standing.full), Choice("预备", "probationary", .probationary),
]

/// What was read of a file of stays.
private struct ReadStays: Sendable {
  var stays: [Membership] = []
  /// Whether every row of it is a stay.
  var isWhole = false
  var isSound = false
}

/// content/memberships/*.csv: dated stays of members in branches, read side by side as the rosters.
func readStays(_ draft: inout Draft, _ files: [InputFile]) {
  let (columns, members, branches) = (MembershipColumns(), draft.members.names, draft.branches.names)
  let read = draft.readSideBySide(files, size: 8) { file, findings in
    stays(of: file, columns, members, branches, findings)
  }
  for (file, read) in zip(files, read.lazy.flatMap(\.files)) {
    draft.memberships += read.stays
    if !read.isWhole { draft.hasAllMemberships = false }
    if read.isSound { draft.soundFiles.insert(file.index) }
  }
}

private func stays(
  of file: InputFile, _ columns: MembershipColumns, _ members: Names<Member>, _ branches: Names<Branch>,
  _ findings: MistakeCollector
) -> ReadStays {
  var read = ReadStays()
  guard var rows = file.rows(columns.layout, findings) else { return read }
  read.isWhole = true
  while rows.next() {
    let member = rows.requiredReference(columns.member, .member, members)
    let branch = rows.requiredReference(columns.branch, .branch, branches)
    let from = rows.requiredDay(columns.from)
    let to = rows.day(columns.to)
    let standing = rows.choice(columns.standing, memberStandingChoices)
    let exemption = rows.isEmpty(columns.exempt) ? nil : rows.text(columns.exempt)
    guard let member, let branch, let from, let standing else {
      read.isWhole = false
      continue
    }
    if let to, to < from {
      findings.report(.periodReversed(from, to, at: rows.place(of: columns.to)))
      read.isWhole = false
      continue
    }
    read.stays.append(
      Membership(
        member: member, branch: branch, from: from, to: to, standing: standing, exemption: exemption, place: rows.place)
    )
  }
  read.isSound = rows.isSound
  read.isWhole = read.isWhole && rows.isSound
  return read
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
  for stay in stays { draft.members.mark(stay.member, whereabouts(stay, draft)) }
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

/// `软件支部`; of who isn't there any more by the day of the report, `软件支部，2024-12-31 离开`.
private func whereabouts(_ stay: Membership, _ draft: Draft) -> Bilingual {
  let branch = draft.branches.entities[stay.branch].name
  guard let last = stay.to, draft.asOf.map({ last < $0 }) ?? true else { return Bilingual(zh: branch, en: branch) }
  return Bilingual(zh: "\(branch)，\(last) 离开", en: "\(branch), left on \(last)")
}

extension Diagnostic {
  static func membershipOverlap(_ member: Member, on day: Day, first: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .membershipOverlap, at: place,
      message: Bilingual(
        zh: "\(member.name)在 \(day) 已有支部（\(first)）", en: "\(member.key) already has a branch on \(day) (\(first))"),
      remedy: Bilingual(zh: "给前一段填上“至”，在新的一段开始之前", en: "End the earlier stay before this one begins"))
  }
}
