import Diagnostics
import Scoring
import Texts
import Wording

extension DataTable {
  /// What was objected to while a year was on public notice, and what the committee found.
  package static func objections(_ objections: [Objection], _ roster: Roster, _ citations: Citations) -> DataTable {
    DataTable(
      objections,
      [
        .word("objection", zh: "编号", en: "Id") { .text($0.id) },
        .word("kind", zh: "类别", en: "Kind") { .term("\($0.kind)", Words.kind(of: $0)) },
        .word("subject", zh: "当事人", en: "Whose") { .text($0.subject.name(in: roster)) },
        .word("raised_by", zh: "提出人", en: "Raised by") { .text($0.raisedBy) },
        .word("raised_on", zh: "提出日期", en: "Raised on") { .day($0.raisedOn) },
        .word("claim", zh: "异议", en: "Claim") { .text($0.text) },
        .word("record", zh: "所指记录", en: "Record") { $0.record.map { .text(citations.data($0)) } ?? .none },
        .word("outcome", zh: "结论", en: "Outcome") {
          $0.finding.map { .term("\($0.outcome)", Words.outcome(of: $0)) } ?? .none
        },
        .word("finding", zh: "答复", en: "Finding") { $0.finding.map { .text($0.text) } ?? .none },
        .word("by", zh: "答复人", en: "By") { $0.finding.map { .text($0.by) } ?? .none },
        .word("on", zh: "答复日期", en: "On") { $0.finding.map { .day($0.on) } ?? .none },
      ])
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
