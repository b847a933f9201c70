import Diagnostics
import Parsing
import Scoring
import Texts

/// content/years/<year>/objections.yaml: what people say is missing or wrong, and what was found.
func decodeObjections(_ draft: inout Draft, _ file: InputFile) -> Bool {
  draft.inYear(of: file) { draft, year in
    let source = YAMLSource(file: file.index, firstLine: 1, findings: draft.findings)
    guard let entries = source.list(file.bytes[...]) else { return false }
    var first: [String: Place] = [:]
    var standing = StandingEntries(year)
    for value in entries {
      guard let entry = value.table() else { continue }
      let id = entry.id("id")
      if let id, let place = first.updateValue(entry.place(of: "id"), forKey: id) {
        draft.findings.report(
          .duplicateID(id, first: draft.findings.citation(place), at: entry.place(of: "id")))
      }
      let objection = decodeObjection(entry, id ?? "", draft, year, &standing)
      entry.close()
      if let objection { year.objections.append(objection) }
    }
    return true
  }
}

private func decodeObjection(
  _ entry: YAMLTable, _ id: String, _ draft: Draft, _ year: YearDraft, _ standing: inout StandingEntries
) -> Objection? {
  let kind = entry.choice("kind", [Choice("漏记", "missing", Objection.Kind.missing), Choice("错记", "wrong", .wrong)])
  let subject = subject(entry, draft)
  let raisedBy = entry.text("raised_by")
  let raisedOn = entry.day("raised_on")
  let reach = year.checkSettled(raisedOn, draft, at: entry.place(of: "raised_on"))
  let text = entry.text("text")
  let named = kind == .wrong ? entry.value("record") : entry.value(ifAny: "record")
  let record = named.flatMap { disputed($0, subject, draft, year, &standing) }
  let finding = entry.table(ifAny: "finding").flatMap { decodeFinding($0, after: raisedOn, draft) }
  guard let kind, let subject, let raisedOn, reach != .waiting else { return nil }
  return Objection(
    id: id, kind: kind, subject: subject, raisedBy: raisedBy, raisedOn: raisedOn, text: text, record: record,
    finding: finding, place: entry.place)
}

/// The member or the branch whose account is disputed.
private func subject(_ entry: YAMLTable, _ draft: Draft) -> Objection.Subject? {
  if entry.has("branch"), entry.has("member") {
    entry.findings.report(.twoHolders(at: entry.place(of: "branch")))
    for key in ["branch", "member"] { _ = entry.value(ifAny: key) }
    return nil
  }
  guard entry.has("branch") else {
    _ = entry.value(ifAny: "branch")
    return entry.reference("member", .member, draft.members.names).map { .member($0) }
  }
  _ = entry.value(ifAny: "member")
  return entry.reference("branch", .branch, draft.branches.names).map { .branch($0) }
}

private func decodeFinding(_ table: YAMLTable, after raised: Day?, _ draft: Draft) -> Objection.Finding? {
  typealias Outcome = Objection.Finding.Outcome
  let outcome = table.choice(
    "outcome",
    [Choice("成立", "upheld", Outcome.upheld), Choice("部分成立", "partly", .partly), Choice("不成立", "rejected", .rejected)])
  let by = table.text("by")
  let on = table.day("on")
  let text = table.text("text")
  let reach = draft.reach(on, at: table.place(of: "on"))
  if reach == .reached, let on, let raised, on < raised {
    table.findings.report(.periodReversed(raised, on, at: table.place(of: "on")))
  }
  table.close()
  guard let outcome, let on, reach != .waiting else { return nil }
  return Objection.Finding(outcome: outcome, by: by, on: on, text: text)
}

/// The record an objection disputes: by its id, or as pages cite it, `records/b07-q1.csv:38`.
private func disputed(
  _ value: YAMLValue, _ subject: Objection.Subject?, _ draft: Draft, _ year: YearDraft,
  _ standing: inout StandingEntries
) -> Place? {
  let name = value.text()
  guard !name.isEmpty else { return nil }
  guard let cited = CitedPlace(name) else {
    guard let id = value.reference(.record, year.recordIDs, year: year.year) else { return nil }
    let address = year.recordsByID[Int(id.index)]
    guard !address.indexes.isEmpty, let subject else { return nil }
    // A row of several people has a record of each.
    let records = (address.isBranch ? year.branchRecords : year.records).records
    let isSubjects = { (index: Int32) in
      let holder = records[Int(index)].member
      return address.isBranch ? subject == .branch(Ref(Int(holder.index))) : subject == .member(holder)
    }
    if let own = address.indexes.first(where: isSubjects) { return records[Int(own)].place }
    draft.findings.report(.objectionRecord(name, at: value.place))
    return nil
  }
  let whole = cited.within(year: year.year)
  if let subject {
    for row in draft.tree.rows(of: whole) {
      if let place = standing.place(of: subject, in: row) { return place }
    }
  }
  if !draft.tree.isRefused(whole.path) { draft.findings.report(.objectionRecord(name, at: value.place)) }
  return nil
}

extension Diagnostic {
  fileprivate static func objectionRecord(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .objectionRecord, at: place,
      message: Bilingual(
        zh: "“\(name)”不是当事人名下的一条记录", en: "“\(name)” is no record of the member or branch concerned"),
      remedy: Bilingual(
        zh: "照页面上“出处”一栏写文件和行号，例如 records/b07-q1.csv:38，工作簿写表名和格，例如 records/积分登记.xlsx[3月]D7；或写记录号",
        en:
          "Cite file and line as the page does, such as records/b07-q1.csv:38, or sheet and cell, such as records/book.xlsx[3月]D7; or give the record's id"
      ))
  }
}
