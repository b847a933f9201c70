import Diagnostics
import Scoring

/// content/years/<year>/decisions.yaml: what the committee has signed (S7, S8, S10, S11).
func decodeDecisions(_ draft: inout Draft, _ file: InputFile) -> Bool {
  draft.inYear(of: file) { draft, year in
    guard let table = file.yaml(draft.findings) else { return false }
    var signed = Signed()
    for entry in table.tables(ifAny: "winners") {
      let member = entry.reference("member", .member, draft.members.names)
      signed.add(entry, member.map { (.winner($0), 0, $0.index) }, draft)
    }
    for entry in table.tables(ifAny: "cadres") {
      let member = entry.reference("member", .member, draft.members.names)
      let tier = entry.whole("tier", in: 1...(year.rulebook?.cadre.tiers ?? 3))
      let attestedBy = entry.text("attested_by")
      let attestedOn = entry.day("attested_on")
      draft.isReached(attestedOn, at: entry.place(of: "attested_on"))
      var matter: Signed.Matter?
      if let member, let tier, let attestedOn {
        matter = (.cadre(member, tier: tier, attestedBy: attestedBy, attestedOn: attestedOn), 1, member.index)
      }
      signed.add(entry, matter, draft)
    }
    for entry in table.tables(ifAny: "vetoes") {
      let member = entry.reference("member", .member, draft.members.names)
      let reason = entry.text("reason")
      if let vetoes = year.rulebook?.vetoes, !reason.isEmpty, !vetoes.contains(reason) {
        let words = vetoes.map { Bilingual(zh: $0, en: $0) }
        draft.findings.report(.unknownChoice(reason, words, at: entry.place(of: "reason")))
      }
      signed.add(entry, member.map { (.veto($0, reason: reason), 2, $0.index) }, draft)
    }
    for entry in table.tables(ifAny: "excellent_branches") {
      let branch = entry.reference("branch", .branch, draft.branches.names)
      signed.add(entry, branch.map { (.excellentBranch($0), 3, $0.index) }, draft)
    }
    table.close()
    year.decisions = signed.decisions
    return true
  }
}

/// The decisions read so far; each matter is decided once a member or branch.
private struct Signed {
  typealias Matter = (matter: Decision.Matter, kind: Int, holder: Int32)

  private(set) var decisions: [Decision] = []
  private var first: [[Int32]: Place] = [:]

  /// Reads who signed and when, and closes the entry.
  mutating func add(_ entry: YAMLTable, _ matter: Matter?, _ draft: Draft) {
    let signedBy = entry.text("signed_by")
    let on = entry.day("on")
    let note = entry.text(ifAny: "note")
    draft.isReached(on, at: entry.place(of: "on"))
    entry.close()
    guard let matter, let on else { return }
    let key = [Int32(matter.kind), matter.holder]
    if let place = first[key] {
      let who =
        matter.kind == 3
        ? draft.branches.entities[Int(matter.holder)].id : draft.members.entities[Int(matter.holder)].key
      draft.findings.report(.duplicateID(who, first: draft.findings.citation(place), at: entry.place))
      return
    }
    first[key] = entry.place
    decisions.append(Decision(matter: matter.matter, signedBy: signedBy, on: on, note: note, place: entry.place))
  }
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
