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

/// content/memberships/*.csv: dated stays of members in branches.
func decodeMemberships(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let columns = MembershipColumns()
  let wasSound = draft.hasAllMemberships
  draft.hasAllMemberships = false
  guard var rows = file.rows(columns.layout, draft.findings) else { return false }
  var isSound = true
  while rows.next() {
    let member = rows.requiredReference(columns.member, .member, draft.members.names)
    let branch = rows.requiredReference(columns.branch, .branch, draft.branches.names)
    let from = rows.requiredDay(columns.from)
    let to = rows.day(columns.to)
    let standing = rows.choice(columns.standing, memberStandingChoices)
    let exemption = rows.isEmpty(columns.exempt) ? nil : rows.text(columns.exempt)
    guard let member, let branch, let from, let standing else {
      isSound = false
      continue
    }
    if let to, to < from {
      draft.findings.report(.periodReversed(from, to, at: rows.place(of: columns.to)))
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
