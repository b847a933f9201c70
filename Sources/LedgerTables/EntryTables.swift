import Composing
import Scoring
import Texts

private let activity = LedgerColumn.row("activity", of: "activities", "活动", "activity").orNone
private let work = LedgerColumn.key("work", "佐证的工作", "work it is evidence of").of("works").orNone
private let item = LedgerColumn.row("item", of: "items", "项目", "item")
private let note = LedgerColumn.words("note", "事由", "note").orNone

/// What a record says beside whose it is; of members and of branches alike.
private func recordColumns(_ table: String) -> [LedgerColumn] {
  [
    .day("day", "日期", "day"), item, .figure("quantity", .hundredths, "数量", "quantity"),
    .words("level", "级别", "level").orNone, .words("role", "角色", "role").orNone,
    .words("affair", "事项", "affair").orNone, note, activity, work,
    .row("corrects", of: table, "更正哪一条", "which one it corrects").orNone,
    .day("entered", "补录日期", "entered later, on").orNone, .place(),
  ]
}

let entryTables: [LedgerTable] = [
  LedgerTable(
    "records", zh: "党员的积分记录", en: "members' records",
    [.id, .year, .member, .key("branch", "当天所在支部", "branch that day").of("branches").orNone] + recordColumns("records")
  ) { source, row in
    try source.forEachYear { site, rows, _ in
      let year = site.ledger
      for index in rows.records.order {
        let record = year.records[Int(index)]
        row.begin(rows.records.ids[Int(index)], year)
        row.text(source.key(record.member))
        row.text(source.branch(of: record.member, on: record.day))
        try row.record(record, year.rulebook.items[record.item], rows.item(record.item), rows.records, rows, source)
      }
    }
  },
  LedgerTable(
    "branch_records", zh: "支部的积分记录", en: "branches' records",
    [.id, .year, .branch] + recordColumns("branch_records")
  ) { source, row in
    try source.forEachYear { site, rows, _ in
      let year = site.ledger
      for index in rows.branchRecords.order {
        let record = year.branchRecords[Int(index)]
        row.begin(rows.branchRecords.ids[Int(index)], year)
        row.text(source.id(record.branch))
        try row.record(
          record.entry, year.rulebook.branchItems[record.item].rule, rows.item(record.item), rows.branchRecords, rows,
          source)
      }
    }
  },
  LedgerTable(
    "surveys", zh: "民主测评", en: "surveys",
    [
      .id, .year, .member, item, .day("day", "日期", "day"), .figure("score", .hundredths, "得分", "score of 100"),
      .count("ballots", "票数", "ballots"), note, .place(),
    ]
  ) { source, row in
    try source.forEachYear { site, rows, _ in
      for index in rows.surveys.order {
        let survey = site.ledger.surveys[Int(index)]
        row.begin(rows.surveys.ids[Int(index)], site.ledger)
        row.text(source.key(survey.member))
        row.row(rows.item(survey.item))
        row.day(survey.day)
        row.hundredths(survey.score)
        row.number(survey.ballots)
        row.words(survey.note)
        row.place(survey.place)
        try row.end()
      }
    }
  },
  LedgerTable(
    "welfare", zh: "公益记录", en: "welfare entries",
    [
      .id, .year, .member, .key("branch", "当天所在支部", "branch that day").of("branches").orNone, .day("day", "日期", "day"),
      .figure("minutes", .minutes, "分钟", "minutes"), .row("series", of: "series", "系列", "series").orNone, activity,
      work,
      note, .place(),
    ]
  ) { source, row in
    try source.forEachYear { site, rows, _ in
      for index in rows.welfare.order {
        let entry = site.ledger.welfare[Int(index)]
        row.begin(rows.welfare.ids[Int(index)], site.ledger)
        row.text(source.key(entry.member))
        row.text(source.branch(of: entry.member, on: entry.day))
        row.day(entry.day)
        row.number(Int(entry.minutes))
        row.row(rows.series(entry.series))
        row.row(rows.activities.id(entry.activity))
        row.text(entry.work.map { source.ledger.works[$0].id })
        row.words(source.ledger.notes[Int(entry.note)])
        row.place(entry.place)
        try row.end()
      }
    }
  },
  LedgerTable(
    "series", zh: "“五个一”系列公益和当年的进度", en: "welfare series and how far they are",
    [
      .id, .year, .key("key", "系列", "key"), .words("name", "名称", "name"), .count("minimum", "一年至少几次", "days a year"),
      .count("people_needed", "至少多少人", "people it needs"), .count("days", "已有几次", "days so far"),
      .count("people", "已有多少人", "people so far"), .flag("is_met", "已达到", "met"), .place(),
    ]
  ) { source, row in
    try source.forEachYear { site, rows, _ in
      for progress in site.book.welfare.series {
        let series = site.ledger.rulebook.welfare.series[progress.series]
        row.begin(rows.series(progress.series), site.ledger)
        row.text(series.id)
        row.text(series.name)
        row.number(series.minimum)
        row.number(series.people)
        row.number(progress.days.count)
        row.number(progress.people)
        row.flag(progress.isMet)
        row.place(series.place)
        try row.end()
      }
    }
  },
  LedgerTable(
    "rates", zh: "公益参与率：各支部，支部空着的是全公司", en: "welfare rates; without a branch the company's",
    [
      .id, .year, .key("branch", "支部", "branch").of("branches").orNone, .count("participants", "参加人数", "who took part"),
      .count("eligible", "应参加人数", "who count"), .count("gate_tenths", "要求，十分之几", "the gate in tenths"),
      .term("verdict", "reached达到、missed未达到、open未到期", "reached, missed or open").orNone,
    ]
  ) { source, row in
    var number = 0
    try source.forEachYear { site, _, _ in
      let welfare = site.book.welfare
      for (branch, rate) in [(nil, welfare.company)] + source.branches.map({ (Optional($0), welfare.branches[$0]) }) {
        number += 1
        row.begin(number, site.ledger)
        row.text(branch.map { source.roster.branches[$0].id })
        row.number(rate.participants)
        row.number(rate.eligible)
        row.number(rate.gateTenths)
        row.text(rate.verdict.map { "\($0)" })
        try row.end()
      }
    }
  },
]

extension RowWriter {
  fileprivate mutating func record(
    _ record: Record, _ rule: Item, _ item: Int32, _ own: YearRows.Numbered, _ rows: YearRows, _ source: LedgerSource
  ) throws {
    let notes = source.ledger.notes
    day(record.day)
    row(item)
    hundredths(record.quantity)
    if case .levels(let levels) = rule.form { text(levels[Int(record.level)].name) } else { none() }
    if let role = record.role, rule.terms.roles.indices.contains(role) {
      text(rule.terms.roles[role].name)
    } else {
      none()
    }
    if let affair = record.affair { text(notes[Int(affair)]) } else { none() }
    words(notes[Int(record.note)])
    row(rows.activities.id(record.activity))
    if let work = record.work { text(source.ledger.works[work].id) } else { none() }
    row(own.id(record.corrects.map { Int($0) }))
    day(source.past(record.entered))
    place(record.place)
    try end()
  }
}
