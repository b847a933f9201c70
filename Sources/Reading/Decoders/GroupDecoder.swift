import Diagnostics
import Parsing
import Scoring
import Texts

/// content/groups/<id>.yaml: a Party group on site with plaque, pledges and a metric (S18).
func decodeGroup(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let hasName = file.hasValidName(draft.findings)
  guard let table = file.yaml(draft.findings) else { return false }
  let name = table.name("name")
  let branch = table.reference("branch", .branch, draft.branches.names)
  let plaque = table.table(ifAny: "plaque")
  var plaqueOn = plaque?.day("on")
  let plaqueAt = plaque?.text("at") ?? ""
  if let plaque, draft.reach(plaqueOn, at: plaque.place(of: "on")) == .waiting { plaqueOn = nil }
  plaque?.close()
  let roster = draft.roster
  let isOfBranch = { (member: Ref<Member>) in roster.isOf(branch, on: nil, member) }
  let members = table.references(ifAny: "members", .member, draft.members.names, among: isOfBranch)
  // Where one of them can't be read, that is the mistake, and not a pledge of theirs.
  let isWhole = !table.has("members") || (!members.isEmpty && table.values(ifAny: "members").count == members.count)
  let known = Set(members)
  var pledges: [PartyGroup.Pledge] = []
  for entry in table.tables(ifAny: "pledges") {
    let member = entry.reference("member", .member, draft.members.names, among: isOfBranch)
    let on = entry.day("on")
    let text = entry.text("text")
    let reach = draft.reach(on, at: entry.place(of: "on"))
    entry.close()
    if let member, isWhole, !known.contains(member) {
      draft.findings.report(.pledgeOutsideGroup(draft.members.entities[member], at: entry.place(of: "member")))
    }
    if let member, let on, reach != .waiting {
      pledges.append(PartyGroup.Pledge(member: member, on: on, text: text, place: entry.place(of: "member")))
    }
  }
  var metric: PartyGroup.Metric?
  if let entry = table.table(ifAny: "metric") {
    let members = entry.figure("members")
    let everybody = entry.figure("everybody")
    if everybody == .zero {
      draft.findings.report(.nothingToCompare(at: entry.place(of: "everybody")))
    }
    if let members, let everybody {
      metric = PartyGroup.Metric(
        name: entry.name("name"), unit: entry.text("unit"), members: members, everybody: everybody,
        source: entry.text("source"))
    } else {
      _ = (entry.name("name"), entry.text("unit"), entry.text("source"))
    }
    entry.close()
  }
  table.close()
  guard hasName, let branch else { return true }
  draft.groups.append(
    PartyGroup(
      id: file.captures[0], name: name, branch: branch, plaqueOn: plaqueOn, plaqueAt: plaqueAt, members: members,
      pledges: pledges, metric: metric, place: file.start))
  return true
}

extension Diagnostic {
  fileprivate static func pledgeOutsideGroup(_ member: Member, at place: Place) -> Diagnostic {
    Diagnostic(
      .pledgeOutsideGroup, at: place,
      message: Bilingual(
        zh: "\(member.name)作了承诺，却不在 members 里", en: "\(member.key) pledged, but isn't among the group's members"),
      remedy: Bilingual(zh: "把承诺人写进 members，或改正编号", en: "Add the member to the group, or correct the key"))
  }

  /// The formula divides by it (S18).
  fileprivate static func nothingToCompare(at place: Place) -> Diagnostic {
    Diagnostic(
      .absurdNumber, at: place,
      message: Bilingual(zh: "全体的平均值是 0，无从比较", en: "everybody's average is 0: nothing can be compared with it"),
      remedy: Bilingual(zh: "核对数字，或删去 metric", en: "Check the figure, or remove the metric"))
  }
}
