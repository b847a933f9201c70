import Diagnostics
import Parsing
import Scoring
import Texts

/// content/years/<year>/decisions.yaml: what the committee has signed (S7, S8, S10, S11).
func decodeDecisions(_ draft: inout Draft, _ file: InputFile) -> Bool {
  draft.inYear(of: file) { draft, year in
    guard let table = file.yaml(draft.findings) else { return false }
    var signed = Signed(year)
    for entry in table.tables(ifAny: "winners") {
      let member = entry.reference("member", .member, draft.members.names)
      signed.add(entry, member.map { (.winner($0), 0, $0.index) }, draft, year)
    }
    for entry in table.tables(ifAny: "cadres") {
      let member = entry.reference("member", .member, draft.members.names)
      let tier = entry.whole(ifAny: "tier", in: 1...(year.rulebook?.cadre.tiers ?? 3))
      let (attested, isRead) = decodeAttestations(entry, draft)
      if entry.has("tier"), isRead { checkAttested(attested, entry, draft) }
      let matter: Signed.Matter? = member.map { (.cadre($0, tier: tier, attested), 1, $0.index) }
      signed.add(entry, matter, draft, year)
    }
    for entry in table.tables(ifAny: "vetoes") { signed.add(entry, decodeVeto(entry, draft, year), draft, year) }
    for entry in table.tables(ifAny: "excellent_branches") {
      let branch = entry.reference("branch", .branch, draft.branches.names)
      signed.add(entry, branch.map { (.excellentBranch($0), 3, $0.index) }, draft, year)
    }
    for entry in table.tables(ifAny: "qualifications") {
      let member = entry.reference("member", .member, draft.members.names)
      let isQualified = entry.choice("qualified", qualifiedChoices)
      if entry.text(ifAny: "note").isEmpty { draft.findings.report(.decisionWithoutReason(at: entry.place)) }
      let matter: Signed.Matter? = member.flatMap { member in
        isQualified.map { (.qualification(member, isQualified: $0), 4, member.index) }
      }
      signed.add(entry, matter, draft, year)
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
  /// The last of each branch's ratings.
  private var rated: [Ref<Branch>: Day] = [:]

  init(_ year: YearDraft) {
    for rating in year.ratings { rated[rating.branch] = max(rating.on, rated[rating.branch] ?? rating.on) }
  }

  /// Reads who signed and when, and closes the entry.
  mutating func add(_ entry: YAMLTable, _ matter: Matter?, _ draft: Draft, _ year: YearDraft) {
    let signedBy = entry.text("signed_by")
    let on = entry.day("on")
    let (note, deed) = (entry.text(ifAny: "note"), entry.text(ifAny: "deed"))
    let reach = year.checkSettled(on, draft, at: entry.place(of: "on"))
    entry.close()
    guard let matter, let on, reach != .waiting else { return }
    checkPreceded(matter.matter, on, at: entry.place(of: "on"), draft, rated)
    let key = [Int32(matter.kind), matter.holder]
    if let place = first[key] {
      let who =
        matter.kind == 3 || matter.kind == 5
        ? draft.branches.entities[Int(matter.holder)].id : draft.members.entities[Int(matter.holder)].key
      draft.findings.report(.duplicateID(who, first: draft.findings.citation(place), at: entry.place))
      return
    }
    first[key] = entry.place
    decisions.append(
      Decision(matter: matter.matter, signedBy: signedBy, on: on, note: note, deed: deed, place: entry.place))
  }
}

/// 一票否决 of a member, or of a branch, for a reason of the rulebook's that is theirs.
private func decodeVeto(_ entry: YAMLTable, _ draft: Draft, _ year: YearDraft) -> Signed.Matter? {
  let (isBranch, isMember) = (entry.has("branch"), entry.has("member"))
  if isBranch, isMember { draft.findings.report(.twoHolders(at: entry.place(of: "branch"))) }
  let branch = entry.reference(ifAny: "branch", .branch, draft.branches.names)
  let member = entry.reference(ifAny: "member", .member, draft.members.names)
  let reason = entry.text("reason")
  // Whose reasons it would be one of isn't known without them.
  guard isBranch || isMember else {
    draft.findings.report(.vetoOfNobody(at: entry.place))
    return nil
  }
  if let rulebook = year.rulebook, !reason.isEmpty {
    let known = isBranch ? rulebook.branchFramework.vetoes : rulebook.memberFramework.vetoes
    if !known.contains(reason) {
      draft.findings.report(
        known.isEmpty
          ? .noVetoes(isBranch: isBranch, reason, at: entry.place(of: "reason"))
          : .unknownChoice(reason, known.map { Bilingual(zh: $0, en: $0) }, at: entry.place(of: "reason")))
    }
  }
  if isBranch { return branch.map { (.branchVeto($0, reason: reason), 5, $0.index) } }
  return member.map { (.veto($0, reason: reason), 2, $0.index) }
}

private let qualifiedChoices = [Choice("是", "true", true), Choice("否", "false", false)]

let criterionChoices = [
  Choice("意愿", "willing", Criterion.willing), Choice("品行", "character", .character),
  Choice("组织协调", "organising", .organising),
]

/// The criteria attested so far (S10), in their own order; each is stated, though one person may vouch for several.
/// And whether all that stands there could be read.
private func decodeAttestations(_ entry: YAMLTable, _ draft: Draft) -> ([Attestation], isRead: Bool) {
  var attested: [Attestation] = []
  var isRead = true
  var first: [Criterion: Place] = [:]
  for given in entry.tables(ifAny: "attested") {
    let criteria = given.value("criteria")?.list() ?? []
    let by = given.text("by")
    let on = given.day("on")
    // A decision is signed after what was attested, so it waits with it.
    draft.reach(on, at: given.place(of: "on"))
    for value in criteria {
      guard let criterion = value.choice(criterionChoices), let on else {
        isRead = false
        continue
      }
      if let place = first[criterion] {
        draft.findings.report(.duplicateKey(value.text(), first: place, at: value.place))
        continue
      }
      first[criterion] = value.place
      attested.append(Attestation(criterion, by: by, on: on))
    }
    if criteria.isEmpty { isRead = false }
    given.close()
  }
  return (attested.sorted { $0.criterion.rawValue < $1.criterion.rawValue }, isRead)
}

/// A tier is for those whose three criteria are all attested (S10, S11).
private func checkAttested(_ attested: [Attestation], _ entry: YAMLTable, _ draft: Draft) {
  let missing = Criterion.allCases.filter { criterion in !attested.contains { $0.criterion == criterion } }
  if !missing.isEmpty { draft.findings.report(.criteriaNotAttested(missing, at: entry.place(of: "tier"))) }
}

/// A decision stands after what it rests on: the attestations, a branch's year-end rating.
private func checkPreceded(
  _ matter: Decision.Matter, _ on: Day, at place: Place, _ draft: Draft, _ rated: [Ref<Branch>: Day]
) {
  switch matter {
  case .cadre(_, tier: _?, let attested):
    if let last = attested.map(\.on).max(), on < last {
      draft.findings.report(.decidedBeforeAttested(on, attested: last, at: place))
    }
  case .excellentBranch(let branch):
    if let last = rated[branch], on < last {
      draft.findings.report(.decidedBeforeRated(on, rated: last, draft.branches.entities[branch], at: place))
    }
  case .cadre, .winner, .veto, .branchVeto, .qualification: break
  }
}

extension Diagnostic {
  fileprivate static func vetoOfNobody(at place: Place) -> Diagnostic {
    Diagnostic(
      .missingKey, at: place,
      message: Bilingual(zh: "一票否决没有写是谁的", en: "a veto of nobody"),
      remedy: Bilingual(zh: "写明 member 或 branch", en: "Name the member or the branch"))
  }

  fileprivate static func noVetoes(isBranch: Bool, _ reason: String, at place: Place) -> Diagnostic {
    let (list, whose) =
      isBranch
      ? ("branches.vetoes", Bilingual(zh: "支部", en: "a branch")) : ("vetoes", Bilingual(zh: "党员", en: "a member"))
    return Diagnostic(
      .unknownChoice, at: place,
      message: Bilingual(
        zh: "标准没有列出否决\(whose.zh)的事由，这里写的是“\(shortened(reason))”",
        en: "“\(shortened(reason))”, where the rulebook names no reason for a veto of \(whose.en)"),
      remedy: Bilingual(
        zh: "事由先写进标准的 \(list)，或删去这条决定",
        en: "Name the reason under \(list) of the rulebook first, or remove the decision"))
  }

  static func decisionWithoutReason(at place: Place) -> Diagnostic {
    Diagnostic(
      .overrideWithoutReason, at: place,
      message: Bilingual(
        zh: "党委决定与积分结果不同，但没有写理由", en: "a decision against the points, without its reason"),
      remedy: Bilingual(zh: "在 note 写明理由，会印在光荣榜上", en: "Say why in note; it is printed on the honor roll"))
  }

  static func criteriaNotAttested(_ missing: [Criterion], at place: Place) -> Diagnostic {
    let words = missing.map { criterionChoices[$0.rawValue].words }
    return Diagnostic(
      .criteriaNotAttested, at: place,
      message: Bilingual(
        zh: "定了级，但“" + words.map(\.zh).joined(separator: "、") + "”还没有人核实",
        en: "a tier, though nobody attested: " + words.map(\.en).joined(separator: ", ")),
      remedy: Bilingual(
        zh: "在 attested 里写明由谁、哪天核实；没有核实齐全的先不写 tier（S10）",
        en: "Say under attested who vouched and when; leave tier out until all three are (S10)"))
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
    guard draft.reach(on, at: entry.place(of: "on")) != .waiting else { return nil }
    return count.flatMap { count in on.map { .members(count, on: $0) } }
  }
  if entry.has("member") {
    let member = entry.reference("member", .member, draft.members.names)
    let (on, total) = (entry.day("on"), entry.points("total", negative: true))
    let reach = draft.reach(on, at: entry.place(of: "on"))
    guard let member, let on, let total, reach != .waiting else { return nil }
    return .memberTotal(member, on: on, total)
  }
  if entry.has("branch") {
    let branch = entry.reference("branch", .branch, draft.branches.names)
    let (on, total) = (entry.day("on"), entry.points("total", negative: true))
    let reach = draft.reach(on, at: entry.place(of: "on"))
    guard let branch, let on, let total, reach != .waiting else { return nil }
    return .branchTotal(branch, on: on, total)
  }
  for key in ["branches", "works", "members", "member", "branch"] { _ = entry.value(ifAny: key) }
  if entry.keys.isEmpty { entry.findings.report(.missingKey("branches", isEmpty: false, at: entry.place)) }
  return nil
}
