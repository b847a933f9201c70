import Composing
import Scoring
import Texts
import Wording

/// What every award says, of members and of branches alike.
private let awardColumns: [LedgerColumn] = [
  .day("day", "日期", "day"), .row("item", of: "items", "项目，活动没有", "item; none of an activity").orNone,
  .term("kind", "base规定、optional自选", "base or optional"),
  .key("pathway", "途径", "pathway").of("pathways").orNone, .points("points", "得分", "points"),
  .points("capped", "封顶未计", "cut by a cap"),
  .term("cap", "封顶：item、floor、group、total、once…", "which bound cut it").orNone,
  .term("cap_span", "封顶的期间", "what that cap covers").orNone, .flag("is_deduction", "扣分", "takes points away"),
  .term("source", "从哪里来", "what it comes of"),
]

private let accountColumns: [LedgerColumn] = [
  .words("reason", "事由", "reason"), .words("detail", "怎样算的", "what makes the figure").orNone,
  .place("rule", "规则的出处", "where the rule is"), .place("record", "记录的出处", "where the record is"),
]

/// The rows an award may come of: a column for each, of which one is filled.
private enum AwardOrigin: Equatable {
  case record, welfare, survey, task, branchRecord, claim, rating, none

  var columns: [LedgerColumn] {
    switch self {
    case .record: [.row("record_id", of: "records", "记录", "record").orNone]
    case .welfare: [.row("welfare_id", of: "welfare", "公益记录", "welfare entry").orNone]
    case .survey: [.row("survey_id", of: "surveys", "测评", "survey").orNone]
    case .task: [.row("task_id", of: "tasks", "任务", "task").orNone]
    case .branchRecord: [.row("record_id", of: "branch_records", "记录", "record").orNone]
    case .claim: [.row("claim_id", of: "claims", "认领", "claim").orNone]
    case .rating: [.row("rating_id", of: "ratings", "评分", "rating").orNone]
    case .none: []
    }
  }

  static let ofMembers: [AwardOrigin] = [.record, .welfare, .survey, .task]
  static let ofBranches: [AwardOrigin] = [.branchRecord, .claim, .rating]
}

let awardTables: [LedgerTable] = [
  LedgerTable(
    "member_awards", zh: "党员的每一笔得分", en: "every award of a member",
    [.id, .year, .member, .key("branch", "当天所在支部", "branch that day").of("branches").orNone] + awardColumns
      + AwardOrigin.ofMembers.flatMap(\.columns) + accountColumns
  ) { source, row in
    var last = 0
    try source.forEachYear { site, rows, year in
      let words = AwardWords(year: year, source.ledger, source.context.scorebook, source.tree, isData: true)
      for index in source.members {
        for award in site.book.awards(of: Ref<Member>(index)) where award.day <= source.asOf {
          last += 1
          row.begin(last, site.ledger)
          row.text(source.roster.members[index].key)
          row.text(source.branch(of: Ref(index), on: award.day))
          row.award(award, rows, source)
          row.origin(of: award, among: AwardOrigin.ofMembers, rows)
          row.account(of: award, words, site.ledger, source)
          try row.end()
        }
      }
    }
  },
  LedgerTable(
    "branch_awards", zh: "支部的每一笔得分", en: "every award of a branch",
    [.id, .year, .branch] + awardColumns + AwardOrigin.ofBranches.flatMap(\.columns) + [
      .term("part", "activity活动、reward奖励", "activity or reward")
    ] + accountColumns
  ) { source, row in
    var last = 0
    try source.forEachYear { site, rows, year in
      let words = AwardWords(year: year, source.ledger, source.context.scorebook, source.tree, isData: true)
      for index in source.branches {
        for award in site.book.awards(of: Ref<Branch>(index)) where award.day <= source.asOf {
          last += 1
          row.begin(last, site.ledger)
          row.text(source.roster.branches[index].id)
          row.award(award, rows, source)
          row.origin(of: award, among: AwardOrigin.ofBranches, rows)
          row.text(award.isActivity ? "activity" : "reward")
          row.account(of: award, words, site.ledger, source)
          try row.end()
        }
      }
    }
  },
]

extension YearRows {
  /// The row that an award comes of, with its number.
  fileprivate func origin(of reason: Award.Reason) -> (AwardOrigin, Int32) {
    switch reason {
    case .record(let index): (.record, records.ids[Int(index)])
    case .welfareBase(let index), .welfareBeyond(let index, minutes: _): (.welfare, welfare.ids[Int(index)])
    case .survey(let index): (.survey, surveys.ids[Int(index)])
    case .projectShare(let project, let number, _): (.task, task(Int(number), ofProject: project))
    case .branchRecord(let index): (.branchRecord, branchRecords.ids[Int(index)])
    case .activity(let activity, let number): (.claim, claim(Int(number), ofActivity: activity))
    case .rating(let index): (.rating, ratings.ids[Int(index)])
    case .start: (.none, 0)
    }
  }
}

extension RowWriter {
  fileprivate mutating func origin(of award: Award, among origins: [AwardOrigin], _ rows: YearRows) {
    let (origin, id) = rows.origin(of: award.reason)
    for column in origins { if column == origin { row(id) } else { none() } }
  }

  fileprivate mutating func award(_ award: Award, _ rows: YearRows, _ source: LedgerSource) {
    day(award.day)
    row(rows.item(award.heading))
    text(award.kind == .base ? "base" : "optional")
    text(award.pathway.map { source.ledger.pathways[$0].id })
    points(award.points)
    points(award.capped)
    let (cap, span) = award.cap.cells
    text(cap)
    text(span)
    flag(award.isDeduction)
    text(award.reason.key)
  }

  fileprivate mutating func account(of award: Award, _ words: AwardWords, _ year: YearLedger, _ source: LedgerSource) {
    // A plain record's words are made where they are kept: there may be a million of them.
    if case .record(let index) = award.reason, award.basis != .recounted {
      let record = year.records[Int(index)]
      texts(year.rulebook.items[record.item].name, "，", source.ledger.notes[Int(record.note)])
    } else {
      text(words.reason(award))
    }
    self.words(words.detail(award))
    place(award.rule)
    place(award.record)
  }
}

extension Award.Cap {
  fileprivate var cells: (String?, String?) {
    switch self {
    case .none: (nil, nil)
    case .item(let span): ("item", span.key)
    case .floor: ("floor", nil)
    case .group(_, let span): ("group", span.key)
    case .total: ("total", nil)
    case .totalFloor: ("total-floor", nil)
    case .once: ("once", nil)
    case .recounted: ("recounted", nil)
    }
  }
}

extension CapSpan {
  fileprivate var key: String {
    switch self {
    case .record: "record"
    case .day: "day"
    case .week: "week"
    case .month: "month"
    case .quarter: "quarter"
    case .year: "year"
    }
  }
}

extension Award.Reason {
  fileprivate var key: String {
    switch self {
    case .record: "record"
    case .branchRecord: "branch-record"
    case .start: "start"
    case .survey: "survey"
    case .welfareBase: "welfare-base"
    case .welfareBeyond: "welfare-beyond"
    case .projectShare: "project"
    case .activity: "activity"
    case .rating: "rating"
    }
  }
}
