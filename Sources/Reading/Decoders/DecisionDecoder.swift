import Diagnostics
import Scoring

/// content/years/<year>/decisions.yaml: what the committee has signed (S7, S8, S10, S11).
func decodeDecisions(_ draft: inout Draft, _ file: InputFile) -> Bool {
  draft.inYear(of: file) { draft, year in
    guard let table = file.yaml(draft.findings) else { return false }
    var decisions: [Decision] = []
    for entry in table.tables(ifAny: "winners") {
      let member = entry.reference("member", .member, draft.members.names)
      sign(entry, member.map { .winner($0) }, draft, &decisions)
    }
    for entry in table.tables(ifAny: "cadres") {
      let member = entry.reference("member", .member, draft.members.names)
      let tier = entry.whole("tier", in: 1...(year.rulebook?.cadre.tiers ?? 3))
      let attestedBy = entry.text("attested_by")
      let attestedOn = entry.day("attested_on")
      draft.isReached(attestedOn, at: entry.place(of: "attested_on"))
      var matter: Decision.Matter?
      if let member, let tier, let attestedOn {
        matter = .cadre(member, tier: tier, attestedBy: attestedBy, attestedOn: attestedOn)
      }
      sign(entry, matter, draft, &decisions)
    }
    for entry in table.tables(ifAny: "vetoes") {
      let member = entry.reference("member", .member, draft.members.names)
      let reason = entry.text("reason")
      if let vetoes = year.rulebook?.vetoes, !reason.isEmpty, !vetoes.contains(reason) {
        let words = vetoes.map { Bilingual(zh: $0, en: $0) }
        draft.findings.report(.unknownChoice(reason, words, at: entry.place(of: "reason")))
      }
      sign(entry, member.map { .veto($0, reason: reason) }, draft, &decisions)
    }
    for entry in table.tables(ifAny: "excellent_branches") {
      let branch = entry.reference("branch", .branch, draft.branches.names)
      sign(entry, branch.map { .excellentBranch($0) }, draft, &decisions)
    }
    table.close()
    year.decisions = decisions
    return true
  }
}

/// Reads who signed and when, and closes the entry.
private func sign(
  _ entry: YAMLTable, _ matter: Decision.Matter?, _ draft: Draft, _ decisions: inout [Decision]
) {
  let signedBy = entry.text("signed_by")
  let on = entry.day("on")
  let note = entry.text(ifAny: "note")
  draft.isReached(on, at: entry.place(of: "on"))
  entry.close()
  guard let matter, let on else { return }
  decisions.append(Decision(matter: matter, signedBy: signedBy, on: on, note: note, place: entry.place))
}

/// content/years/<year>/assertions.yaml: figures the office vouches for (S2, S3).
func decodeAssertions(_ draft: inout Draft, _ file: InputFile) -> Bool {
  draft.inYear(of: file) { draft, year in
    let source = YAMLSource(file: file.index, firstLine: 1, findings: draft.findings)
    guard let entries = source.list(file.bytes[...]) else { return false }
    for value in entries {
      guard let entry = value.table() else { continue }
      let claim = decodeClaim(entry, draft)
      entry.close()
      if let claim { year.assertions.append(Assertion(claim: claim, place: value.place)) }
    }
    return true
  }
}

private func decodeClaim(_ entry: YAMLTable, _ draft: Draft) -> Assertion.Claim? {
  if entry.has("branches") { return entry.whole("branches").map { .branches($0) } }
  if entry.has("works") { return entry.whole("works").map { .works($0) } }
  if entry.has("members") {
    let count = entry.whole("members")
    let on = entry.day("on")
    return count.flatMap { count in on.map { .members(count, on: $0) } }
  }
  if entry.has("member") {
    let member = entry.reference("member", .member, draft.members.names)
    let (on, total) = (entry.day("on"), entry.points("total", negative: true))
    guard let member, let on, let total else { return nil }
    return .memberTotal(member, on: on, total)
  }
  if entry.has("branch") {
    let branch = entry.reference("branch", .branch, draft.branches.names)
    let (on, total) = (entry.day("on"), entry.points("total", negative: true))
    guard let branch, let on, let total else { return nil }
    return .branchTotal(branch, on: on, total)
  }
  for key in ["branches", "works", "members", "member", "branch"] { _ = entry.value(ifAny: key) }
  if entry.keys.isEmpty { entry.findings.report(.missingKey("branches", isEmpty: false, at: entry.place)) }
  return nil
}
