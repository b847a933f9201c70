import Diagnostics
import Parsing
import Scoring
import Texts

/// S9: every branch has one secretary, whose post is in middle management or higher.
func checkSecretaries(_ draft: inout Draft) {
  let secretaries = draft.offices.filter { $0.duty == .secretary }
  for office in secretaries where !office.level.isManagement {
    draft.findings.report(
      .secretaryLevel(
        draft.members.entities[office.member], draft.branches.entities[office.branch], at: office.place))
  }
  let inOrder = secretaries.sorted { ($0.branch, $0.from, $0.place) < ($1.branch, $1.from, $1.place) }
  // Who was to stay longest of those who began before: a short office may lie within a long one.
  var longest: Office?
  for office in inOrder {
    if let before = longest, before.branch == office.branch, before.covers(office.from) {
      draft.findings.report(
        .secretaryOverlap(
          draft.branches.entities[office.branch], on: office.from, first: draft.findings.citation(before.place),
          at: office.place))
    }
    if let before = longest, before.branch == office.branch, endsLater(before, than: office) { continue }
    longest = office
  }
  reportVacancies(draft, secretaries)
  reportStrangers(draft, secretaries)
}

/// Secretaries who on the day of the report belong to another branch, or to none.
private func reportStrangers(_ draft: Draft, _ secretaries: [Office]) {
  let isRefused = draft.tree.refused.contains { $0 == "content" || $0.begins(with: "content/memberships") }
  guard let asOf = draft.asOf, !isRefused else { return }
  let people = Set(secretaries.lazy.map(\.member))
  let stays = draft.memberships.filter { people.contains($0.member) && $0.covers(asOf) }
  for office in secretaries where office.covers(asOf) {
    if !stays.contains(where: { $0.member == office.member && $0.branch == office.branch }) {
      draft.findings.report(
        .secretaryOutsideBranch(
          draft.members.entities[office.member], draft.branches.entities[office.branch], on: asOf, at: office.place))
    }
  }
}

private func endsLater(_ a: Office, than b: Office) -> Bool {
  guard let end = a.to else { return true }
  return b.to.map { end >= $0 } ?? false
}

/// Branches with people but without a secretary on the day of the report.
private func reportVacancies(_ draft: Draft, _ secretaries: [Office]) {
  let isRefused = draft.tree.refused.contains { $0 == "content" || $0.begins(with: "content/offices.") }
  guard let asOf = draft.asOf, draft.hasAllOffices, !isRefused else { return }
  let peopled = Set(draft.memberships.lazy.filter { $0.covers(asOf) }.map(\.branch))
  let led = Set(secretaries.lazy.filter { $0.covers(asOf) }.map(\.branch))
  for index in draft.branches.entities.indices {
    let branch = Ref<Branch>(index)
    if peopled.contains(branch), !led.contains(branch) {
      draft.findings.report(.secretaryMissing(draft.branches.entities[branch], on: asOf))
    }
  }
}

extension Diagnostic {
  static func secretaryLevel(_ member: Member, _ branch: Branch, at place: Place) -> Diagnostic {
    Diagnostic(
      .secretaryLevel, .warning, at: place,
      message: Bilingual(
        zh: "\(branch.name)书记\(member.name)不是中层以上",
        en: "\(member.key), secretary of \(branch.id), is below middle management"),
      remedy: Bilingual(
        zh: "核对职级；书记应由中层以上担任（S9）", en: "Check the level; secretaries hold middle management or higher (S9)"))
  }

  static func secretaryOutsideBranch(_ member: Member, _ branch: Branch, on day: Day, at place: Place) -> Diagnostic {
    Diagnostic(
      .secretaryOutsideBranch, .warning, at: place,
      message: Bilingual(
        zh: "\(branch.name)书记\(member.name)在统计日 \(day) 不是本支部党员",
        en: "\(member.key), secretary of \(branch.id), is no member of it on the day of the report, \(day)"),
      remedy: Bilingual(
        zh: "核对组织关系（memberships），或给任职填上“至”", en: "Check the membership, or end the office"))
  }

  static func secretaryMissing(_ branch: Branch, on day: Day) -> Diagnostic {
    Diagnostic(
      .secretaryMissing, .warning, at: branch.place,
      message: Bilingual(
        zh: "\(branch.name)在统计日 \(day) 没有书记", en: "\(branch.id) has no secretary on the day of the report, \(day)"),
      remedy: Bilingual(
        zh: "在 content/offices.* 里登记书记和任职起止（S9）", en: "Enter the secretary's office into content/offices.* (S9)"))
  }

  static func secretaryOverlap(_ branch: Branch, on day: Day, first: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .secretaryOverlap, at: place,
      message: Bilingual(
        zh: "\(branch.name)在 \(day) 已有书记（\(first)）",
        en: "\(branch.id) already has a secretary on \(day) (\(first))"),
      remedy: Bilingual(
        zh: "给前任填上“至”，在继任开始之前", en: "End the earlier office before this one begins"))
  }
}
