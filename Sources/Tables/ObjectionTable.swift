import Diagnostics
import Scoring
import Texts
import Wording

extension DataTable {
  /// What was objected to while a year was on public notice, and what the committee found.
  package static func objections(_ objections: [Objection], _ roster: Roster, _ tree: SourceTree) -> DataTable {
    DataTable(
      columns: [
        .word("objection", zh: "编号", en: "Id"), .word("kind", zh: "类别", en: "Kind"),
        .word("subject", zh: "当事人", en: "Whose"), .word("raised_by", zh: "提出人", en: "Raised by"),
        .word("raised_on", zh: "提出日期", en: "Raised on"), .word("claim", zh: "异议", en: "Claim"),
        .word("record", zh: "所指记录", en: "Record"), .word("outcome", zh: "结论", en: "Outcome"),
        .word("finding", zh: "答复", en: "Finding"), .word("by", zh: "答复人", en: "By"),
        .word("on", zh: "答复日期", en: "On"),
      ],
      rows: objections.map { objection in
        let finding = objection.finding
        return [
          .text(objection.id), .term("\(objection.kind)", Words.kind(of: objection)),
          .text(objection.subject.name(in: roster)), .text(objection.raisedBy), .day(objection.raisedOn),
          .text(objection.text), objection.record.map { .text(tree.citation(of: $0)) } ?? .none,
          finding.map { .term("\($0.outcome)", Words.outcome(of: $0)) } ?? .none,
          finding.map { .text($0.text) } ?? .none, finding.map { .text($0.by) } ?? .none,
          finding.map { .day($0.on) } ?? .none,
        ]
      })
  }
}

extension Objection.Subject {
  fileprivate func name(in roster: Roster) -> String {
    switch self {
    case .member(let member): roster.members[member].name
    case .branch(let branch): roster.branches[branch].name
    }
  }
}
