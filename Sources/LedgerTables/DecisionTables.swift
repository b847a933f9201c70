import Composing
import Scoring
import Texts

let decisionTables: [LedgerTable] = [
  LedgerTable(
    "decisions", zh: "党委的决定（一票否决只在办公室版）", en: "decisions of the committee (vetoes: office only)",
    [
      .id, .year,
      .term(
        "matter", "winner优秀党员、cadre党务干部、veto一票否决、branch_veto支部一票否决、excellent_branch先进支部、qualification参评资格",
        "winner, cadre, veto, branch_veto, excellent_branch or qualification"
      ).ofOffice(words: "veto", "branch_veto"),
      .key("member", "党员", "member").of("members").orNone, .key("branch", "支部", "branch").of("branches").orNone,
      .count("tier", "级", "tier of a cadre").orNone, .flag("is_qualified", "可以参加", "may enter the contest").orNone,
      .words("reason", "否决的理由（只在办公室版）", "reason of a veto (office only)").orNone.ofOffice,
      .words("signed_by", "签发", "signed by"),
      .day("day", "日期", "day"), .words("note", "说明", "note").orNone, .place(),
    ]
  ) { source, row in
    try source.forEachYear { site, rows, _ in
      for index in rows.decisions.order {
        let decision = site.ledger.decisions[Int(index)]
        let cells = MatterCells(decision.matter)
        row.begin(rows.decisions.ids[Int(index)], site.ledger)
        row.text(cells.name)
        row.text(cells.member.map { source.key($0) })
        row.text(cells.branch.map { source.id($0) })
        row.number(cells.tier)
        if let isQualified = cells.isQualified { row.flag(isQualified) } else { row.none() }
        row.text(cells.reason)
        row.text(decision.signedBy)
        row.day(decision.on)
        // What is written beside a cadre's decision stands on no page.
        row.words(source.isOffice || cells.name != "cadre" ? decision.note : "")
        row.place(decision.place)
        try row.end()
      }
    }
  },
  LedgerTable(
    "attestations", zh: "党务干部三条标准由谁核实（只在办公室版）", en: "who vouched for a cadre (office only)", isLink: true,
    isOfficeOnly: true,
    [
      .row("decision", of: "decisions", "决定", "decision").asKey,
      .term("criterion", "willing意愿、character品行、organising组织协调", "willing, character or organising").asKey,
      .words("by_whom", "谁", "by whom"), .day("day", "日期", "day"),
    ]
  ) { source, row in
    guard source.isOffice else { return }
    try source.forEachYear { site, rows, _ in
      for index in rows.decisions.order {
        guard case .cadre(_, _, let attestations) = site.ledger.decisions[Int(index)].matter else { continue }
        for criterion in Criterion.allCases.sorted(by: { "\($0)" < "\($1)" }) {
          guard let attestation = attestations.first(where: { $0.criterion == criterion }) else { continue }
          row.row(rows.decisions.ids[Int(index)])
          row.text("\(criterion)")
          row.text(attestation.by)
          row.day(attestation.on)
          try row.end()
        }
      }
    }
  },
  LedgerTable(
    "objections", zh: "公示期间的异议", en: "objections to what was on public notice",
    [
      .id, .year, .key("key", "编号", "id"), .term("kind", "missing漏记、wrong错记", "missing or wrong"),
      .key("member", "党员", "member").of("members").orNone, .key("branch", "支部", "branch").of("branches").orNone,
      .words("raised_by", "提出人", "raised by"), .day("raised_on", "提出日期", "raised on"), .words("text", "异议", "what"),
      .place("record", "所指的记录", "record in dispute").orNone,
      .term("outcome", "upheld成立、partly部分成立、rejected不成立", "upheld, partly or rejected").orNone,
      .words("found_by", "答复人", "answered by").orNone, .day("found_on", "答复日期", "answered on").orNone,
      .words("finding", "答复", "answer").orNone, .place(),
    ]
  ) { source, row in
    var last = 0
    try source.forEachYear { site, _, _ in
      for objection in site.ledger.objections where objection.raisedOn <= source.asOf {
        last += 1
        let finding = objection.finding.flatMap { $0.on <= source.asOf ? $0 : nil }
        row.begin(last, site.ledger)
        row.text(objection.id)
        row.text("\(objection.kind)")
        if case .member(let member) = objection.subject { row.text(source.key(member)) } else { row.none() }
        if case .branch(let branch) = objection.subject { row.text(source.id(branch)) } else { row.none() }
        row.text(objection.raisedBy)
        row.day(objection.raisedOn)
        row.text(objection.text)
        row.place(objection.record)
        row.text(finding.map { "\($0.outcome)" })
        row.text(finding?.by)
        row.day(finding?.on)
        row.text(finding?.text)
        row.place(objection.place)
        try row.end()
      }
    }
  },
  LedgerTable(
    "seals", zh: "封账", en: "sealed periods", isLink: true,
    [
      .year.asKey, .key("name", "封存的期间", "period that was sealed").asKey, .day("first", "第一天", "first day"),
      .day("last", "最后一天", "last day"), .day("as_of", "封存时的统计日", "day of the report that was sealed"),
      .count("entries", "条数", "entries"), .points("points", "积分合计", "points"), .points("capped", "未计合计", "not counted"),
      .words("digest", "指纹", "SHA-256 of its entries"), .place(),
    ]
  ) { source, row in
    try source.forEachYear { site, _, _ in
      for seal in site.ledger.seals.sorted(by: { $0.name < $1.name }) where seal.asOf <= source.asOf {
        row.number(site.ledger.year)
        row.text(seal.name)
        row.day(seal.period.first)
        row.day(seal.period.last)
        row.day(seal.asOf)
        row.number(seal.totals.entries)
        row.points(seal.totals.points)
        row.points(seal.totals.capped)
        row.text(seal.entriesDigest)
        row.place(seal.place)
        try row.end()
      }
    }
  },
]

extension Decision {
  /// Whether the intranet tells it. Vetoes are the office's business; who isn't chosen in the end shouldn't read that she was
  /// considered.
  var isTold: Bool {
    switch matter {
    case .veto, .branchVeto: false
    case .cadre(_, let tier, _): tier != nil
    case .winner, .excellentBranch, .qualification: true
    }
  }
}

private struct MatterCells {
  let name: String
  var member: Ref<Member>?
  var branch: Ref<Branch>?
  var tier: Int?
  var isQualified: Bool?
  var reason: String?

  init(_ matter: Decision.Matter) {
    switch matter {
    case .winner(let who): (name, member) = ("winner", who)
    case .cadre(let who, let reached, _): (name, member, tier) = ("cadre", who, reached)
    case .veto(let who, let why): (name, member, reason) = ("veto", who, why)
    case .branchVeto(let which, let why): (name, branch, reason) = ("branch_veto", which, why)
    case .excellentBranch(let which): (name, branch) = ("excellent_branch", which)
    case .qualification(let who, let may): (name, member, isQualified) = ("qualification", who, may)
    }
  }
}
